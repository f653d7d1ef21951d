package io.beadle.bot.desk;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.TestCards;
import io.beadle.content.Question;
import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Closing;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Readings;
import io.beadle.incident.Report;
import io.beadle.incident.Reporter;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Said;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.Severity;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.people.Person;
import io.beadle.people.StoredAppointments;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What an officer sees of an incident and may do about it, and where. */
class CasesTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Person ALEX = named("Alex");
    private static final Person BLAKE = named("Blake");
    private static final Person DANA = named("Dana");
    private static final Person LEE = named("Lee");
    private static final Person CAI = named("Cai");
    private static final Person JO = named("Jo");

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final RecordingConversations teams = new RecordingConversations();
    private final Address channel = teams.met("channel", Scope.CHANNEL);
    private final StoredAppointments appointments = new StoredAppointments(
            appointed("manager", "Alex"),
            appointed("nominated", "Blake"),
            appointed("dpo", "Dana"),
            appointed("legal", "Lee"),
            appointed("caldicott", "Cai"));
    private final Incidents incidents;
    private final CaseDesk desk;
    private final SealedReporters sealed;
    private int forms;

    CasesTests() {
        MongoTemplate mongo = SharedStore.newDatabase();
        Desks desks = StoredDesks.in(mongo);
        desks.set(new Desk("channel", ALEX, now.get()));
        desk = CaseDesk.of(mongo, desks, teams, appointments, CARDS, now::get);
        incidents = desk.incidents();
        sealed = StoredIncidents.in(mongo).sealed();
    }

    @Test
    void openedFromTheChannelItsWordsAreShownInThePersonalChatAloneAndThatIsNoted() {
        String reference = reported(JO, Set.of());
        String told = told(desk.cases().act(new CardAction.OpenCase(reference), turn(ALEX, channel), message -> ""));
        assertThat(told).contains("personal chat").doesNotContain("Rowan Street");
        assertThat(said("chat-29:alex"))
                .singleElement()
                .asString()
                .contains(reference, "Rowan Street", "Reported by Jo", "Work on it: Ask the reporter");
        assertThat(said("channel").toString()).doesNotContain("Rowan Street", "Jo");
        assertThat(desk.readings().of(reference))
                .containsExactly(new Readings.Reading(reference, "alex", TestCards.SATURDAY));
    }

    @Test
    void whoCannotBeWrittenToIsToldHow() {
        String reference = reported(JO, Set.of());
        teams.refuseAll(403);
        assertThat(told(desk.cases().act(new CardAction.OpenCase(reference), turn(ALEX, channel), message -> "")))
                .contains("add Beadle");
    }

    @Test
    void whoHasNoRightIsToldWhoHas() {
        String reference = reported(JO, Set.of());
        assertThat(told(act(JO, new CardAction.OpenCase(reference))))
                .contains("This is for others", "Nominated person");
        assertThat(told(act(BLAKE, choose(reference, "clock")))).contains("Data protection officer");
        assertThat(told(act(BLAKE, send(reference, "clock", Map.of())))).contains("Data protection officer");
        assertThat(told(desk.acknowledging().acknowledge(new CardAction.Acknowledge(reference), turn(LEE, channel))))
                .contains("This is for others");
        assertThat(told(act(ALEX, new CardAction.OpenCase("INC-2026-0099")))).contains("do not know this incident");
        assertThat(told(desk.cases()
                        .act(
                                new CardAction.OpenCase(reference),
                                turn(ALEX, teams.met("other", Scope.CHANNEL)),
                                message -> "")))
                .contains("in the channel they were posted to");
        assertThat(desk.readings().of(reference)).isEmpty();
    }

    @Test
    void onTheFirstDayWhoeverIsInTheDesksChannelMayDoIt() {
        appointments.remove("manager-Alex");
        appointments.remove("nominated-Blake");
        teams.roster("channel", new Member("29:alex", "alex", "Alex"));
        String reference = reported(JO, Set.of());
        teams.roster(new DeliveryException(502, ""));
        assertThat(told(act(ALEX, new CardAction.OpenCase(reference)))).contains("cannot check just now");
        assertThat(shown(act(DANA, new CardAction.OpenCase(reference))))
                .as("who holds a role needs no roster")
                .contains("Rowan Street");
        teams.roster((DeliveryException) null);
        assertThat(shown(act(ALEX, new CardAction.OpenCase(reference)))).contains("Rowan Street");
        assertThat(told(act(BLAKE, new CardAction.OpenCase(reference)))).contains("This is for others");
    }

    @Test
    void whoReportedInConfidenceIsToldToTheDataProtectionOfficerAloneAndIsNotWrittenDown() {
        String reference = confidential(new Person("quill", "Quill Marlowe"));
        assertThat(told(act(ALEX, send(reference, "unseal", Map.of("reason", "To ring them")))))
                .contains("Data protection officer");
        assertThat(shown(act(DANA, send(reference, "unseal", Map.of("reason", "To ring them")))))
                .contains("Recorded. It was reported by Quill Marlowe.");
        assertThat(new CaseFile(incident(reference)).latest("unseal", "reason")).isEqualTo("To ring them");
        assertThat(incident(reference).acts().toString() + incident(reference).report())
                .doesNotContain("Marlowe");
        assertThat(shown(act(ALEX, new CardAction.OpenCase(reference)))).doesNotContain("Marlowe", "To ring them");
    }

    @Test
    void aRestrictedOneIsThereOnlyForWhoWasTold() {
        String reference = reported(JO, Set.of(CaseFile.RESTRICTED));
        assertThat(incident(reference).desk()).isEmpty();
        assertThat(shown(act(DANA, new CardAction.OpenCase(reference)))).contains("Restricted", "Rowan Street");
        for (CardAction.OfCase action : List.of(
                new CardAction.OpenCase(reference),
                choose(reference, "note"),
                send(reference, "note", Map.of("text", "x")))) {
            assertThat(told(act(CAI, action))).contains("do not know this incident");
        }
        assertThat(told(desk.acknowledging().acknowledge(new CardAction.Acknowledge(reference), turn(CAI, chat(CAI)))))
                .contains("do not know this incident");
        assertThat(shown(desk.acknowledging()
                        .acknowledge(new CardAction.Acknowledge(reference), turn(DANA, chat(DANA)))))
                .contains("1 of 2");
        assertThat(incident(reference).acts()).isEmpty();
    }

    @Test
    void whoItMayBeAboutNeitherSeesNorAcknowledgesItWhateverRoleTheyHold() {
        String reference = reported(JO, Set.of());
        assertThat(shown(act(
                        DANA, send(reference, "restrict", Map.of("excluded", "alex", "reason", "It is about Alex")))))
                .contains("Recorded", "Restricted");
        assertThat(new CaseFile(incident(reference)).isTold(ALEX))
                .as("told before")
                .isTrue();
        assertThat(told(act(ALEX, new CardAction.OpenCase(reference)))).contains("do not know this incident");
        assertThat(told(desk.acknowledging()
                        .acknowledge(new CardAction.Acknowledge(reference), turn(ALEX, chat(ALEX)))))
                .contains("do not know this incident");
        assertThat(shown(act(DANA, new CardAction.OpenCase(reference)))).contains("It is about Alex");
    }

    @Test
    void whoRestrictsItWithoutHavingBeenToldSeesItNoMore() {
        String reference = reported(JO, Set.of());
        assertThat(told(act(BLAKE, send(reference, "restrict", Map.of("reason", "A colleague")))))
                .contains("only those who were told in person");
        assertThat(incident(reference).deskPost()).isNull();
        assertThat(incident(reference).outboxDue(OutboxMessage.Kind.DESK_CLEAR)).isNotNull();
    }

    @Test
    void anotherMayReadALegalNoteOnlyInItsRoles() {
        String reference = reported(JO, Set.of());
        act(LEE, send(reference, "legal-note", Map.of("text", "Privileged heliotrope")));
        assertThat(incident(reference).acts()).hasSize(1);
        assertThat(shown(act(LEE, new CardAction.OpenCase(reference)))).contains("Privileged heliotrope");
        assertThat(shown(act(DANA, new CardAction.OpenCase(reference)))).contains("Privileged heliotrope");
        assertThat(shown(act(ALEX, new CardAction.OpenCase(reference)))).doesNotContain("heliotrope", "legal note");
    }

    @Test
    void theReporterIsAskedInTheirPersonalChatAndTheChannelSeesThatItWas() {
        String reference = reported(JO, Set.of());
        assertThat(shown(act(ALEX, choose(reference, "ask")))).contains("What do you want to ask?");
        assertThat(shown(act(ALEX, send(reference, "ask", Map.of("text", ""))))).contains("Please answer this.");
        CardAction.DoAct ask = send(reference, "ask", Map.of("text", "Was it switched on?"));
        assertThat(shown(act(ALEX, ask))).contains("Recorded.", "Was it switched on?");
        assertThat(shown(act(ALEX, ask))).contains("recorded already");
        assertThat(incident(reference).statements()).hasSize(1);
        deliver();
        assertThat(said("jo")).last().asString().contains("Was it switched on?", "mine.say");
        assertThat(said("channel"))
                .singleElement()
                .asString()
                .contains("Questions to the reporter: 1, answered: 0")
                .doesNotContain("switched");
    }

    @Test
    void itIsClosedWithAChosenOutcomeOnceTwoHaveAcknowledgedAndNothingHinders() {
        String reference = reported(JO, Set.of());
        Map<String, String> ending = Map.of("outcome", "resolved", "cause", "slip", "malfunction", "no");
        assertThat(shown(act(ALEX, send(reference, "close", ending))))
                .contains("cannot be done", "not yet acknowledged");
        acknowledged(reference);
        assertThat(shown(act(ALEX, choose(reference, "close"))))
                .as("said before the form is filled in")
                .contains("Before it can be closed")
                .doesNotContain("How did it end?");
        String hindered = shown(act(ALEX, send(reference, "close", ending)));
        incident(reference)
                .hindrances()
                .forEach(duty -> assertThat(hindered).contains(CARDS.duties().title(duty)));
        waiveAll(reference);
        assertThat(shown(act(ALEX, send(reference, "close", Map.of("outcome", "boredom")))))
                .contains("Please choose one of the answers");
        CardAction.DoAct close = send(reference, "close", ending);
        assertThat(shown(act(ALEX, close))).contains("Recorded.", "Closed");
        assertThat(incident(reference).closing()).isEqualTo(new Closing(now.get(), ALEX, "resolved"));
        assertThat(shown(act(BLAKE, send(reference, "close", ending)))).contains("cannot be done", "Closed");
        deliver();
        assertThat(said("jo").getLast()).contains("is closed", "It has been dealt with");
        assertThat(said("channel").getLast()).contains("Closed: Dealt with");
    }

    @Test
    void becomingLessBadTakesAReason() {
        String reference = reported(JO, Set.of());
        assertThat(shown(act(ALEX, send(reference, "severity", Map.of("severity", "low")))))
                .contains("say why it becomes less bad");
        assertThat(incident(reference).severity()).isEqualTo(Severity.HIGH);
        act(ALEX, send(reference, "severity", Map.of("severity", "low", "reason", "It was empty")));
        assertThat(incident(reference).severity()).isEqualTo(Severity.LOW);
        CardAction.DoAct again = send(reference, "severity", Map.of("severity", "high"));
        assertThat(shown(act(ALEX, again))).contains("Recorded.", "HIGH, confirmed");
    }

    @Test
    void theHighestCellOfTheMatrixDecidesWhichIsShownAndKeepsWhatCouldComeOfItApart() {
        String reference = reported(JO, Set.of());
        String form = shown(act(ALEX, choose(reference, "matrix")));
        assertThat(form).contains("value=potential", "Contracts");
        Map<String, String> cells = new HashMap<>(Map.of("extent", "potential"));
        CARDS.content().matrix().impacts().forEach(impact -> cells.put(impact.id(), "none"));
        assertThat(shown(act(ALEX, send(reference, "matrix", cells)))).contains("say why it becomes less bad");
        cells.put("contracts", "moderate");
        cells.put("reason", "It was empty");
        assertThat(shown(act(ALEX, send(reference, "matrix", cells))))
                .contains("MEDIUM: Contracts, Moderate (what could come of it)");
        assertThat(shown(act(ALEX, choose(reference, "matrix")))).contains("value=actual");
        cells.put("extent", "actual");
        cells.put("contracts", "none");
        assertThat(shown(act(ALEX, send(reference, "matrix", cells))))
                .as("what could come of it still counts")
                .contains("MEDIUM: Contracts, Moderate (what could come of it)");
        deliver();
        assertThat(said("channel")).last().asString().contains("MEDIUM: Contracts, Moderate");
    }

    @Test
    void whatSomebodyElseDidMeanwhileIsShownAndNothingTypedIsLost() {
        String reference = reported(JO, Set.of());
        CardAction.DoAct alexs = send(reference, "severity", Map.of("severity", "medium", "reason", "A spare one"));
        act(BLAKE, send(reference, "severity", Map.of("severity", "low", "reason", "It was empty")));
        String form = shown(act(ALEX, alexs));
        assertThat(form).contains("Blake did the same", "It was empty", "A spare one");
        assertThat(incident(reference).severity()).isEqualTo(Severity.LOW);
        CardAction.DoAct knowing = new CardAction.DoAct(
                reference,
                "severity",
                new CaseFile(incident(reference))
                        .latest("severity")
                        .map(Act::key)
                        .orElseThrow(),
                "knowing",
                alexs.drawn(),
                alexs.answers());
        assertThat(shown(act(ALEX, knowing))).contains("MEDIUM, confirmed");
    }

    @Test
    void itIsGivenToSomebodyInARoleWhoseNameTheChannelSees() {
        String reference = reported(JO, Set.of());
        assertThat(shown(act(ALEX, choose(reference, "assign"))))
                .contains("graph.microsoft.com/users", "Dana (Data protection officer)");
        assertThat(shown(act(ALEX, send(reference, "assign", Map.of("person", "jo")))))
                .contains("Please choose somebody who holds a role");
        assertThat(shown(act(ALEX, send(reference, "assign", Map.of("person", "blake")))))
                .contains("Recorded.", "Blake");
        deliver();
        assertThat(said("channel")).singleElement().asString().contains("Owner", "Blake");
    }

    @Test
    void whoeverIsChosenInTheDirectoryIsKeptByTheNameThatTeamsTellsOrThatIsAskedFor() {
        String reference = reported(JO, Set.of());
        act(ALEX, send(reference, "authorise", Map.of("person", "kit", "systems", "E-mail")));
        assertThat(personOf(reference, "authorise")).isEqualTo("Kit Lane");

        Map<String, String> stranger = new HashMap<>(Map.of("person", "aad-lou", "systems", "E-mail"));
        assertThat(shown(act(ALEX, send(reference, "authorise", stranger))))
                .contains("Their name, as colleagues know it", "answer-person-name");
        assertThat(new CaseFile(incident(reference)).all("authorise")).hasSize(1);
        stranger.put("person-name", "  Lou   Marsh ");
        CardAction.DoAct filled = send(reference, "authorise", stranger);
        List<String> drawn = new ArrayList<>(filled.drawn());
        drawn.add("person-name");
        act(ALEX, new CardAction.DoAct(reference, "authorise", filled.seen(), filled.key(), drawn, filled.answers()));
        assertThat(personOf(reference, "authorise")).isEqualTo("Lou Marsh");
        assertThat(shown(act(ALEX, new CardAction.OpenCase(reference))))
                .contains("Lou Marsh")
                .doesNotContain("Somebody chosen from the directory");
    }

    private String personOf(String reference, String act) {
        return new CaseFile(incident(reference))
                .latest(act).stream()
                        .flatMap(done -> done.answers().stream())
                        .filter(answer -> answer.question().equals("person"))
                        .map(Answer::shown)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aWarningIsReleasedBySomebodyElseAndGoesToThoseItNames() {
        String reference = reported(JO, Set.of());
        act(BLAKE, send(reference, "warn", Map.of("to", "dpo-deputy,nominated", "text", "Do not open it")));
        assertThat(shown(act(ALEX, choose(reference, "warn")))).contains("Whom do you want to warn?");
        act(BLAKE, send(reference, "warn", Map.of("to", "nominated", "text", "Do not open it")));
        String warned =
                new CaseFile(incident(reference)).latest("warn").map(Act::key).orElseThrow();
        int before = incident(reference).ledger().size();
        act(ALEX, send(reference, "warn-release", Map.of(Act.ABOUT, warned)));
        assertThat(incident(reference)
                        .ledger()
                        .subList(before, incident(reference).ledger().size()))
                .anySatisfy(line -> assertThat(line.why()).isEqualTo("warning/" + warned));
        assertThat(shown(act(ALEX, send(reference, "warn-release", Map.of(Act.ABOUT, warned)))))
                .contains("is done already");
        act(ALEX, send(reference, "warn", Map.of("to", "nominated", "text", "Again")));
        assertThat(shown(act(ALEX, choose(reference, "warn-release"))))
                .as("not one's own")
                .contains("Nothing was recorded");
    }

    @Test
    void aWarningGoesToEverybodyOnceASecondPersonReleasedItAndNeverOfARestrictedIncident() {
        String reference = reported(JO, Set.of());
        teams.metInPerson("kim");
        act(BLAKE, send(reference, "warn", Map.of("to", "everybody,nominated", "text", "Do not open it")));
        deliver();
        assertThat(said("kim")).isEmpty();
        String warned =
                new CaseFile(incident(reference)).latest("warn").map(Act::key).orElseThrow();
        act(ALEX, send(reference, "warn-release", Map.of(Act.ABOUT, warned)));
        deliver();
        assertThat(said("kim"))
                .singleElement()
                .asString()
                .contains("Do not open it")
                .doesNotContain(reference);
        assertThat(shown(act(ALEX, new CardAction.OpenCase(reference)))).contains("Everybody who uses Beadle, warned:");

        act(BLAKE, send(reference, "warn", Map.of("to", "everybody", "text", "Once more")));
        String second =
                new CaseFile(incident(reference)).latest("warn").map(Act::key).orElseThrow();
        act(ALEX, send(reference, "restrict", Map.of("reason", "It is about somebody")));
        assertThat(shown(act(ALEX, send(reference, "warn-release", Map.of(Act.ABOUT, second)))))
                .contains("no warning of it goes to everybody");
        assertThat(shown(act(ALEX, send(reference, "warn", Map.of("to", "everybody", "text", "Again")))))
                .contains("no warning of it goes to everybody");
        act(ALEX, send(reference, "warn", Map.of("to", "nominated", "text", "For a few")));
        assertThat(new CaseFile(incident(reference)).all("warn")).hasSize(3);
    }

    @Test
    void aReportIsJoinedToAnotherWhichThenKnowsOfItAndShowsWhatItsReporterSays() {
        String first = reported(JO, Set.of());
        now.updateAndGet(at -> at.plus(Duration.ofHours(1)));
        String second = reported(named("Kit"), Set.of());
        String restricted = reported(named("Lou"), Set.of(CaseFile.RESTRICTED));
        assertThat(shown(act(CAI, new CardAction.OpenCase(second))))
                .contains("May be the same as " + first)
                .doesNotContain(restricted, "Join");
        assertThat(shown(act(ALEX, new CardAction.OpenCase(second)))).contains(first, "Join");
        assertThat(shown(act(BLAKE, choose(second, "join")))).contains(first).doesNotContain(restricted);
        assertThat(shown(act(BLAKE, send(second, "join", Map.of("into", restricted)))))
                .contains("Please choose one of the answers");
        assertThat(shown(act(BLAKE, send(second, "join", Map.of("into", first)))))
                .contains("Recorded.");
        assertThat(incident(second).closing())
                .satisfies(end -> assertThat(end.outcome()).isEqualTo("merged"));
        assertThat(new CaseFile(incident(first)).joined()).containsExactly(second);
        incidents.change(second, i -> i.say(new Said.Added("more", "It was zinnia red", named("Kit")), now.get()));
        assertThat(shown(act(ALEX, new CardAction.OpenCase(first))))
                .contains("Joined report " + second, "It was zinnia red", "Kit");
    }

    @Test
    void itRevokedSessionsAreRecordedAndTheReporterIsTold() {
        String reference = reported(JO, Set.of(Incident.ACCOUNT));
        assertThat(incident(reference).isHeld()).isTrue();
        assertThat(told(act(LEE, new CardAction.SessionsRevoked(reference)))).contains("This is for others");
        assertThat(shown(act(ALEX, new CardAction.SessionsRevoked(reference)))).contains("Recorded");
        assertThat(incident(reference).isHeld()).isFalse();
        assertThat(shown(act(BLAKE, new CardAction.SessionsRevoked(reference)))).contains("Nothing was changed");
    }

    @Test
    void anOfficersOwnHeldAccountHasNoRightsAtTheDesk() {
        String reference = reported(ALEX, Set.of(Incident.ACCOUNT));
        String other = reported(JO, Set.of());
        for (CardAction.OfCase action : List.of(
                new CardAction.OpenCase(other),
                new CardAction.SessionsRevoked(reference),
                send(other, "note", Map.of("text", "x")))) {
            assertThat(told(act(ALEX, action))).contains("Your own account is held");
        }
        assertThat(told(desk.acknowledging().acknowledge(new CardAction.Acknowledge(other), turn(ALEX, channel))))
                .contains("Your own account is held");
        act(BLAKE, new CardAction.SessionsRevoked(reference));
        assertThat(shown(act(ALEX, new CardAction.OpenCase(other)))).contains("Rowan Street");
    }

    @Test
    void aFormOfAnotherVersionOrMadeByHandIsRefusedOrRead() {
        String reference = reported(JO, Set.of());
        assertThat(told(act(ALEX, send(reference, "no-such-act", Map.of("text", "x")))))
                .contains("from an earlier time");
        assertThat(shown(act(ALEX, choose(reference, "")))).contains("Please choose what you want to do");
        CardAction.DoAct unkeyed =
                new CardAction.DoAct(reference, "note", "", "", List.of("text"), Map.of("text", "typed"));
        assertThat(shown(act(ALEX, unkeyed))).contains("typed", "case.do");
        assertThat(incident(reference).acts()).isEmpty();
        act(ALEX, send(reference, "note", Map.of("text", "typed", "severity", "low", "no-such-field", "x")));
        assertThat(incident(reference).acts())
                .singleElement()
                .satisfies(done -> assertThat(done.answers()).hasSize(1));
        assertThat(shown(act(ALEX, send(reference, "waive", Map.of("reason", "x", Act.ABOUT, "no-such-duty")))))
                .contains("is done already, or no longer there");
    }

    private void waiveAll(String reference) {
        incident(reference)
                .hindrances()
                .forEach(duty ->
                        act(ALEX, send(reference, "waive", Map.of(Act.ABOUT, duty.key(), "reason", "Not here"))));
    }

    private void acknowledged(String reference) {
        for (Person person : List.of(ALEX, BLAKE)) {
            desk.acknowledging().acknowledge(new CardAction.Acknowledge(reference), turn(person, chat(person)));
        }
    }

    private static CardAction.ChooseAct choose(String reference, String act) {
        return new CardAction.ChooseAct(reference, act);
    }

    /** As a form would be sent that was drawn now. */
    private CardAction.DoAct send(String reference, String act, Map<String, String> answers) {
        List<String> drawn = CARDS.content().acts().find(act).stream()
                .flatMap(rule -> rule.fields().stream())
                .map(Question::id)
                .toList();
        List<String> withAbout = new ArrayList<>(drawn);
        withAbout.add(Act.ABOUT);
        CARDS.content().matrix().impacts().forEach(impact -> withAbout.add(impact.id()));
        String seen = incidents
                .find(reference)
                .flatMap(incident -> new CaseFile(incident).latest(act))
                .map(Act::key)
                .orElse("");
        return new CardAction.DoAct(reference, act, seen, "form-" + forms++, withAbout, answers);
    }

    private Reply act(Person person, CardAction.OfCase action) {
        return desk.cases().act(action, turn(person, chat(person)), message -> "");
    }

    private Address chat(Person person) {
        return teams.met(person.id() + "s-chat", Scope.PERSONAL);
    }

    /** An incident that was alerted. */
    private String confidential(Person reporter) {
        sealed.seal("draft-" + reporter.id(), new SealedReporters.Sealed(reporter, null));
        return reported(reporter.id(), new Reporter.Sealed(), Set.of());
    }

    private String reported(Person reporter, Set<String> flags) {
        return reported(reporter.id(), new Reporter.Named(reporter), flags);
    }

    private String reported(String id, Reporter reporter, Set<String> flags) {
        teams.met("jo", Scope.PERSONAL);
        List<Answer> answers = List.of(
                new Answer("where", "Where?", "12 Rowan Street", "12 Rowan Street", false),
                new Answer("personal-data", "Personal data?", "yes", "Yes", true),
                new Answer("danger", "Danger?", "no", "No", true));
        Report report = new Report("lost-device", "Lost or stolen device", reporter, null, null, now.get(), answers);
        String draft = "draft-" + id;
        String reference = incidents
                .report(
                        draft,
                        2026,
                        r -> Incident.reported(r, draft, report, Severity.HIGH, Duration.ofMinutes(15))
                                .toldTo(new ReporterChat("29:" + id, id))
                                .flagged(flags))
                .reference();
        deliver();
        return reference;
    }

    private void deliver() {
        while (TestRelays.deliverDue(desk.relay()) > 0) {
            // until nothing is due
        }
    }

    private Incident incident(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    private List<String> said(String conversation) {
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }

    private static Turn turn(Person person, Address in) {
        return new Turn(person, "29:" + person.id(), in, in.conversation(), "", "card");
    }

    private static String shown(Reply reply) {
        return reply instanceof Reply.Show show ? show.card().json().toString() : "not shown: " + reply;
    }

    private static String told(Reply reply) {
        return reply instanceof Reply.Tell tell ? tell.text() : "not told: " + reply;
    }
}
