package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.Saying;
import io.beadle.card.TestCards;
import io.beadle.incident.Answer;
import io.beadle.incident.Closing;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Severity;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.people.Administrators;
import io.beadle.people.Person;
import io.beadle.people.mongo.StoredCode;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What an officer may do about an incident, and where. */
class CasesTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Instant NOW = TestCards.SATURDAY;
    private static final Person ALEX = new Person("alex", "Alex Marsh");
    private static final Person SAM = new Person("sam", "Sam Oyelaran");
    private static final Person JO = new Person("jo", "Jo Bell");

    private final RecordingConversations teams = new RecordingConversations();
    private final Address channel = teams.met("channel", Scope.CHANNEL);
    private final Address chat = teams.met("alexs-chat", Scope.PERSONAL);
    private final Incidents incidents;
    private final Desks desks;
    private final OutboxRelay relay;
    private final Cases cases;
    private final Acknowledging acknowledging;

    CasesTests() {
        MongoTemplate mongo = SharedStore.newDatabase();
        incidents = StoredIncidents.in(mongo).incidents();
        desks = StoredDesks.in(mongo);
        desks.set(new Desk("channel", ALEX, NOW));
        teams.roster("channel", new Member("29:alex", "alex", "Alex"), new Member("29:sam", "", "Sam"));
        relay = TestRelays.relay(incidents, desks, teams, CARDS, () -> NOW);
        DeskRights rights = new DeskRights(desks, new Administrators(Set.of("jo"), false, StoredCode.in(mongo)));
        HeldAccounts held = new HeldAccounts(incidents);
        cases = new Cases(
                incidents,
                rights,
                new DeskMembers(desks, teams, teams),
                held,
                teams,
                CARDS.cases(),
                CARDS.content().duties(),
                relay,
                CARDS.messages(),
                () -> NOW);
        acknowledging = new Acknowledging(incidents, rights, held, relay, CARDS.alert(), CARDS.messages(), () -> NOW);
    }

    @Test
    void openedFromTheChannelItsWordsAreShownInThePersonalChatAlone() {
        String reference = alert(JO, Set.of());
        String told = told(cases.act(new CardAction.OpenCase(reference), turn(ALEX, channel)));
        assertThat(told).contains("personal chat").doesNotContain("Rowan Street");
        assertThat(said("chat-29:alex"))
                .singleElement()
                .asString()
                .contains(reference, "Rowan Street", "Reported by Jo Bell", "Ask the reporter");
        assertThat(said("channel").toString()).doesNotContain("Rowan Street", "Jo Bell");
    }

    @Test
    void whoCannotBeWrittenToIsToldHow() {
        String reference = alert(JO, Set.of());
        teams.refuseAll(403);
        assertThat(told(cases.act(new CardAction.OpenCase(reference), turn(ALEX, channel))))
                .contains("add Beadle");
    }

    @Test
    void onlyWhoIsInTheDesksChannelMayReadOrActInAPersonalChat() {
        String reference = alert(JO, Set.of());
        for (CardAction.OfCase action : List.of(
                new CardAction.OpenCase(reference),
                new CardAction.SessionsRevoked(reference),
                say(reference, Saying.CLOSE, Map.of("chosen", "resolved")))) {
            assertThat(told(cases.act(action, turn(JO, teams.met("jos-chat", Scope.PERSONAL)))))
                    .contains("do not find you among them");
            assertThat(told(cases.act(action, turn(ALEX, teams.met("other", Scope.CHANNEL)))))
                    .contains("in the channel they were posted to");
        }
        assertThat(shown(cases.act(new CardAction.OpenCase(reference), turn(SAM, chat))))
                .as("named in the roster by the id towards the bot alone")
                .contains("Rowan Street");
        assertThat(told(cases.act(new CardAction.OpenCase("INC-2026-0099"), turn(ALEX, chat))))
                .contains("do not know this incident");
    }

    @Test
    void whoIsInTheChannelOfAnotherDeskMayOpenWhatStandsThere() {
        String elsewhere = alert(JO, Set.of());
        teams.met("low", Scope.CHANNEL);
        teams.roster("low", new Member("29:kim", "kim", "Kim"));
        desks.set(new Desk("low", ALEX, NOW.plusSeconds(1)));
        String here = alert(SAM, Set.of());
        desks.set(new Desk("channel", ALEX, NOW.plusSeconds(2)));
        Turn kim = turn(new Person("kim", "Kim"), teams.met("kims-chat", Scope.PERSONAL));
        assertThat(shown(cases.act(new CardAction.OpenCase(here), kim))).contains("Rowan Street");
        assertThat(told(cases.act(new CardAction.OpenCase(elsewhere), kim))).contains("do not find you among them");
    }

    @Test
    void withoutTheRosterNothingIsShown() {
        String reference = alert(JO, Set.of());
        teams.roster(new DeliveryException(502, ""));
        assertThat(told(cases.act(new CardAction.OpenCase(reference), turn(ALEX, chat))))
                .contains("cannot check just now");
    }

    @Test
    void theReporterIsAskedInTheirPersonalChatAndTheChannelSeesThatItWas() {
        String reference = alert(JO, Set.of());
        assertThat(shown(cases.act(new CardAction.WriteCase(reference, Saying.ASK), turn(ALEX, chat))))
                .contains("Your question");
        assertThat(shown(cases.act(say(reference, Saying.ASK, Map.of("text", "")), turn(ALEX, chat))))
                .contains("Please answer this.");
        CardAction.SayCase ask = say(reference, Saying.ASK, Map.of("text", "Was it switched on?"));
        assertThat(shown(cases.act(ask, turn(ALEX, chat)))).contains("Sent to the reporter", "Was it switched on?");
        assertThat(shown(cases.act(ask, turn(ALEX, chat)))).contains("Nothing was changed");
        deliver();
        assertThat(said("jo")).singleElement().asString().contains("Was it switched on?", "mine.say");
        assertThat(said("channel"))
                .singleElement()
                .asString()
                .contains("Questions to the reporter: 1, answered: 0")
                .doesNotContain("switched");
    }

    @Test
    void itIsClosedWithAChosenOutcomeOnceTwoHaveAcknowledged() {
        String reference = alert(JO, Set.of());
        CardAction.SayCase close = say(reference, Saying.CLOSE, Map.of("chosen", "resolved"));
        assertThat(shown(cases.act(close, turn(ALEX, chat)))).contains("Two people have to acknowledge");
        incidents.change(reference, i -> i.acknowledge(ALEX, NOW).acknowledge(SAM, NOW));
        assertThat(shown(cases.act(new CardAction.WriteCase(reference, Saying.CLOSE), turn(ALEX, chat))))
                .contains("How did it end?", "Dealt with");
        assertThat(shown(cases.act(say(reference, Saying.CLOSE, Map.of("chosen", "boredom")), turn(ALEX, chat))))
                .contains("Please answer this.");

        assertThat(shown(cases.act(close, turn(ALEX, chat)))).contains("Closed. The reporter is told.");
        assertThat(incident(reference).closing()).isEqualTo(new Closing(NOW, ALEX, "resolved"));
        assertThat(shown(cases.act(close, turn(SAM, chat)))).contains("Nothing was changed");
        deliver();
        assertThat(said("jo").getLast()).contains("is closed", "Thank you for telling us", "It has been dealt with");
        assertThat(said("channel")).singleElement().asString().contains("Closed: Dealt with");
    }

    @Test
    void itRevokedSessionsAreRecordedAndTheReporterIsTold() {
        String reference = alert(JO, Set.of(Incident.ACCOUNT));
        assertThat(incident(reference).isHeld()).isTrue();
        assertThat(shown(cases.act(new CardAction.SessionsRevoked(reference), turn(ALEX, chat))))
                .contains("Recorded");
        assertThat(incident(reference).isHeld()).isFalse();
        assertThat(incident(reference).outboxDue(OutboxMessage.Kind.REPORTER)).isNotNull();
        assertThat(shown(cases.act(new CardAction.SessionsRevoked(reference), turn(SAM, chat))))
                .contains("Nothing was changed");
    }

    @Test
    void anOfficersOwnHeldAccountHasNoRightsAtTheDesk() {
        String reference = alert(ALEX, Set.of(Incident.ACCOUNT));
        String other = alert(JO, Set.of());
        assertThat(told(cases.act(new CardAction.OpenCase(other), turn(ALEX, chat))))
                .contains("Your own account is held");
        assertThat(told(cases.act(new CardAction.SessionsRevoked(reference), turn(ALEX, chat))))
                .contains("Your own account is held");
        assertThat(told(acknowledging.acknowledge(new CardAction.Acknowledge(other), turn(ALEX, channel))))
                .contains("Your own account is held");
        cases.act(new CardAction.SessionsRevoked(reference), turn(SAM, chat));
        assertThat(shown(cases.act(new CardAction.OpenCase(other), turn(ALEX, chat))))
                .contains("Rowan Street");
    }

    private static CardAction.SayCase say(String reference, Saying saying, Map<String, String> answers) {
        return new CardAction.SayCase(reference, saying, "key", answers);
    }

    /** An incident whose card stands in the channel. */
    private String alert(Person reporter, Set<String> flags) {
        teams.met("jo", Scope.PERSONAL);
        Answer where = new Answer("where", "Where?", "12 Rowan Street", "12 Rowan Street", false);
        Report report = new Report("lost-device", "Lost or stolen device", reporter, null, null, NOW, List.of(where));
        String draft = "draft-" + reporter.id();
        String reference = incidents
                .report(
                        draft,
                        2026,
                        r -> Incident.reported(r, draft, report, Severity.HIGH, Duration.ofMinutes(15))
                                .toldTo(new ReporterChat("29:" + reporter.id(), reporter.id()))
                                .flagged(flags))
                .reference();
        deliver();
        return reference;
    }

    private void deliver() {
        while (TestRelays.deliverDue(relay) > 0) {
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
