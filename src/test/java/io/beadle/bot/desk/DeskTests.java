package io.beadle.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.TestCards;
import io.beadle.incident.Acknowledgement;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.OutboxRelay;
import io.beadle.notification.TestRelays;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Administrators;
import io.beadle.people.OneTimeCode;
import io.beadle.people.Person;
import io.beadle.people.ProposedChange;
import io.beadle.people.SomePeople;
import io.beadle.people.StoredAppointments;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Choosing the desk's channel, and acknowledging there. */
class DeskTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Person ALEX = new Person("alex", "Alex Marsh");
    private static final Person SAM = new Person("sam", "Sam Oyelaran");
    private static final Person JO = new Person("jo", "Jo Bell");

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final RecordingConversations teams = new RecordingConversations();
    private final Address channel = teams.met("channel", Scope.CHANNEL);
    private final Address other = teams.met("other", Scope.CHANNEL);
    private final MongoTemplate mongo;
    private final Incidents incidents;
    private final Desks desks;
    private final OneTimeCode code;
    private final OutboxRelay relay;
    private Optional<MembersWithoutRole> roles = Optional.empty();
    private final DeskSetup setup;
    private final Acknowledging acknowledging;

    DeskTests() {
        mongo = SharedStore.newDatabase();
        incidents = StoredIncidents.in(mongo).incidents();
        desks = StoredDesks.in(mongo);
        code = StoredCode.in(mongo);
        relay = TestRelays.relay(incidents, StoredNotices.in(mongo), desks, teams, CARDS, now::get);
        setup = setup(Set.of("alex"));
        acknowledging = CaseDesk.of(mongo, desks, teams, new StoredAppointments(), CARDS, now::get)
                .acknowledging();
    }

    @Test
    void anAdministratorMakesAChannelTheDeskAfterATestCard() {
        set(setup, ALEX, "", channel);
        assertThat(said("channel"))
                .satisfiesExactly(
                        card -> assertThat(card).contains("If you can read this", "Alex Marsh", "14:17 on Saturday"),
                        text -> assertThat(text).contains("now receives incident alerts"));
        assertThat(desks.current()).contains(new Desk("channel", ALEX, TestCards.SATURDAY));
    }

    @Test
    void nobodyElseMay() {
        set(setup, SAM, "", channel);
        set(setup, SAM, "ABCD-EFGH-JKLM", channel);
        assertThat(said("channel"))
                .hasSize(2)
                .allMatch(text -> text.contains("Please ask your administrator") && !text.contains("code"));
        assertThat(desks.current()).isEmpty();
    }

    @Test
    void theCodeMakesADeskOnce() {
        String issued = code.issue().orElseThrow();
        DeskSetup unnamed = setup(Set.of());
        set(unnamed, SAM, "", channel);
        assertThat(said("channel").getLast()).contains("add the one-time code");
        set(unnamed, SAM, issued, channel);
        assertThat(desks.current()).map(Desk::setBy).contains(SAM);
        set(unnamed, SAM, issued, other);
        assertThat(said("other")).singleElement().asString().contains("Only an administrator");
    }

    @Test
    void theCodeIsNotUsedUpByATestCardThatWasRefused() {
        String issued = code.issue().orElseThrow();
        DeskSetup unnamed = setup(Set.of());
        refuseCards();
        set(unnamed, SAM, issued, channel);
        assertThat(desks.current()).isEmpty();
        teams.allowAll();
        set(unnamed, SAM, issued, channel);
        assertThat(desks.current()).isPresent();
    }

    @Test
    void aRefusedTestCardKeepsTheOldDeskAndSaysWhy() {
        set(setup, ALEX, "", channel);
        refuseCards();
        set(setup, ALEX, "", other);
        assertThat(desks.current()).map(Desk::conversation).contains("channel");
        assertThat(said("other"))
                .singleElement()
                .asString()
                .contains("nothing was changed", RecordingConversations.REFUSED);
        assertThat(said("channel")).hasSize(2);
    }

    @Test
    void anotherChannelTakesTheConsentOfASecondAdministrator() {
        DeskSetup careful = setup(Set.of("alex"), (move, turn) -> "asked for " + move.desk());
        set(careful, ALEX, "", channel);
        set(careful, ALEX, "", other);
        set(careful, ALEX, "low", other);
        assertThat(said("other")).contains("asked for main", "asked for low");
        assertThat(desks.all()).extracting(Desk::conversation).containsExactly("channel");
    }

    @Test
    void whatWasConsentedToIsLookedAtAgainBeforeItIsDone() {
        set(setup, ALEX, "", channel);
        ProposedChange.MoveDesk move = new ProposedChange.MoveDesk("main", "Main", "other", null);
        teams.roster("other", new Member("29:guest", "guest", "Guest", "", true));
        assertThat(moves().carryOut(move, ALEX)).isFalse();
        assertThat(desks.current()).map(Desk::conversation).contains("channel");
        teams.roster("other", new Member("29:alex", "alex", "Alex"));
        assertThat(moves().carryOut(move, ALEX)).isTrue();
        assertThat(moves().carryOut(move, ALEX)).isTrue();
        assertThat(desks.current()).map(Desk::conversation).contains("other");
        assertThat(said("other"))
                .filteredOn(text -> text.contains("now receives"))
                .hasSize(1);
    }

    @Test
    void onceSomebodyIsNominatedOnlyRolesAcknowledge() {
        String reference = alert();
        Acknowledging byRole = CaseDesk.of(
                        mongo,
                        desks,
                        teams,
                        new StoredAppointments(SomePeople.appointed("nominated", "Sam")),
                        CARDS,
                        now::get)
                .acknowledging();
        CardAction.Acknowledge tap = new CardAction.Acknowledge(reference);
        assertThat(told(byRole.acknowledge(tap, turn(ALEX, channel, cardOf(reference)))))
                .contains("Nominated person");
        assertThat(stored(reference).acknowledgements()).isEmpty();
        assertThat(shown(byRole.acknowledge(tap, turn(SAM, channel, cardOf(reference)))))
                .contains("1 of 2");
    }

    @Test
    void theOldDeskIsTold() {
        set(setup, ALEX, "", channel);
        set(setup, ALEX, "", other);
        assertThat(said("channel").getLast()).contains("no longer come to this channel", "Alex Marsh");
        assertThat(desks.current()).map(Desk::conversation).contains("other");
    }

    @Test
    void anOldDeskThatCannotBeToldHoldsNothingUp() {
        set(setup, ALEX, "", channel);
        teams.on(call -> call.conversation().equals("channel")
                ? Optional.of(new DeliveryException(403, RecordingConversations.REFUSED))
                : Optional.empty());
        set(setup, ALEX, "", other);
        assertThat(desks.current()).map(Desk::conversation).contains("other");
    }

    @Test
    void theDeskIsNotMadeTwice() {
        set(setup, ALEX, "", channel);
        set(setup, SAM, "", channel);
        assertThat(said("channel").getLast()).contains("already");
        assertThat(said("channel")).hasSize(3);
    }

    @Test
    void anotherDeskIsChosenByItsName() {
        set(setup, ALEX, "", channel);
        set(setup, ALEX, "LOW", other);
        assertThat(said("other")).anyMatch(text -> text.contains("receives the alerts for \"Low severity\""));
        assertThat(desks.find("low")).map(Desk::conversation).contains("other");
        assertThat(desks.current()).map(Desk::conversation).contains("channel");
        assertThat(said("channel")).as("the main desk is not told").hasSize(2);
    }

    @Test
    void theCodeMakesAnotherDeskToo() {
        String issued = code.issue().orElseThrow();
        set(setup(Set.of()), SAM, "low " + issued, channel);
        assertThat(desks.find("low")).map(Desk::setBy).contains(SAM);
        assertThat(desks.current()).isEmpty();
    }

    @Test
    void whoSaysANameThatIsNoneReadsWhichThereAre() {
        assertThat(set(setup, ALEX, "lwo", channel)).isTrue();
        assertThat(said("channel"))
                .singleElement()
                .asString()
                .contains("\"@Beadle desk\" (Security desk)", "\"@Beadle desk low\" (Low severity)")
                .doesNotContain("lwo");
        assertThat(set(setup, ALEX, "booking", teams.met("chat", Scope.PERSONAL)))
                .as("a question, where no desk can be set")
                .isFalse();
        assertThat(said("chat")).isEmpty();
    }

    @Test
    void aChannelWithGuestsOrOthersIsRefusedAndTheOldDeskStays() {
        set(setup, ALEX, "", channel);
        teams.roster(
                "other",
                new Member("29:alex", "alex", "Alex Marsh", "TENANT", false),
                new Member("29:gus", "gus", "Gus Guest", "tenant", true),
                new Member("29:una", "una", "Una", "", false),
                new Member("29:otto", "otto", "Otto Other", "elsewhere", false));
        set(setup, ALEX, "", other);
        assertThat(said("other"))
                .as("the test card, and why it came to nothing")
                .hasSize(2)
                .last()
                .asString()
                .contains("Nothing was changed", "Guests: 1", "Members of other organisations: 1")
                .doesNotContain("Gus", "Otto");
        assertThat(desks.current()).map(Desk::conversation).contains("channel");
        assertThat(said("channel")).hasSize(2);
    }

    @Test
    void aChannelOfAllTheOrganisationIsRefused() {
        List<Member> staff = IntStream.range(0, 6)
                .mapToObj(i -> new Member("29:" + i, "o-" + i, "Member " + i))
                .toList();
        teams.roster("channel", staff.toArray(Member[]::new));
        teams.roster("other", staff.subList(0, 5).toArray(Member[]::new));
        set(setup, ALEX, "", channel);
        assertThat(said("channel").getLast()).contains("Nothing was changed", "more than 5 members");
        assertThat(desks.current()).isEmpty();
        set(setup, ALEX, "", other);
        assertThat(desks.current()).map(Desk::conversation).contains("other");
    }

    @Test
    void aChannelWhoseMembersAreNotKnownIsRefused() {
        String issued = code.issue().orElseThrow();
        teams.roster(new DeliveryException(403, RecordingConversations.REFUSED));
        set(setup(Set.of()), SAM, issued, channel);
        assertThat(said("channel").getLast()).contains("Nothing was changed", RecordingConversations.REFUSED);
        assertThat(desks.current()).isEmpty();
        teams.roster((DeliveryException) null);
        teams.roster("channel");
        set(setup(Set.of()), SAM, issued, channel);
        assertThat(said("channel").getLast()).contains("Nothing was changed");
        teams.roster("channel", new Member("29:sam", "sam", "Sam"));
        set(setup(Set.of()), SAM, issued, channel);
        assertThat(desks.current()).as("the code was not used up").isPresent();
    }

    @Test
    void membersWithoutARoleAreCounted() {
        roles = Optional.of(members ->
                (int) members.stream().filter(m -> !m.objectId().equals("alex")).count());
        teams.roster("channel", new Member("29:alex", "alex", "Alex"), new Member("29:jo", "jo", "Jo"));
        set(setup(Set.of("alex")), ALEX, "", channel);
        assertThat(said("channel").getLast()).contains("now receives", "Members without a role: 1 of 2");
        teams.roster("other", new Member("29:alex", "alex", "Alex"));
        set(setup(Set.of("alex")), ALEX, "", other);
        assertThat(said("other"))
                .anyMatch(text -> text.contains("now receives"))
                .noneMatch(text -> text.contains("role"));
    }

    @Test
    void aLostDeskIsChosenAnewInItsOwnChannel() {
        set(setup, ALEX, "", channel);
        assertThat(desks.lose(desks.current().orElseThrow(), now.get())).isTrue();
        set(setup, ALEX, "", channel);
        assertThat(said("channel").getLast()).contains("now receives");
        assertThat(desks.current()).map(Desk::conversation).contains("channel");
    }

    @Test
    void anAlertAtAnotherDeskIsAcknowledgedThere() {
        desks.set(Desk.of("low", "other", null, ALEX, now.get()));
        String reference = report();
        assertThat(shown(press(SAM, reference, other))).contains("1 of 2");
    }

    @Test
    void onlyAChannelCanBeTheDesk() {
        set(setup, ALEX, "", teams.met("chat", Scope.PERSONAL));
        set(setup, ALEX, "", teams.met("group", Scope.GROUP));
        assertThat(said("chat")).singleElement().asString().contains("@Beadle desk");
        assertThat(said("group")).singleElement().asString().contains("not to a group chat");
        assertThat(desks.current()).isEmpty();
    }

    @Test
    void twoDifferentPeopleAcknowledge() {
        String reference = alert();
        assertThat(shown(press(ALEX, reference, channel)))
                .contains("1 of 2", "Alex Marsh")
                .contains("Action.Execute");
        assertThat(shown(press(SAM, reference, channel)))
                .contains("2 of 2", "Sam Oyelaran")
                .doesNotContain("incident.acknowledge");
        TestRelays.deliverDue(relay);
        assertThat(teams.shownIn("channel"))
                .singleElement()
                .extracting(Call::text)
                .asString()
                .contains("2 of 2");
    }

    @Test
    void theSamePersonCountsOnceHoweverOftenTheyTap() {
        String reference = alert();
        press(ALEX, reference, channel);
        long version = stored(reference).version();
        assertThat(told(press(ALEX, reference, channel))).contains("acknowledged " + reference + " already");
        assertThat(told(press(new Person("alex", "Alexandra"), reference, channel)))
                .contains("already");
        assertThat(stored(reference).version()).isEqualTo(version);
        assertThat(stored(reference).acknowledgements()).hasSize(1);
    }

    @Test
    void aSecondCardNobodyKnowsOfIsBroughtUpToDateWhenPressed() {
        String reference = alert();
        Reply first =
                acknowledging.acknowledge(new CardAction.Acknowledge(reference), turn(ALEX, channel, "posted-unseen"));
        assertThat(first).isInstanceOf(Reply.Show.class);
        assertThat(String.valueOf(first)).contains("1 of 2");
        Reply again =
                acknowledging.acknowledge(new CardAction.Acknowledge(reference), turn(ALEX, channel, "posted-unseen"));
        assertThat(again).isEqualTo(first);
        assertThat(stored(reference).acknowledgements()).hasSize(1);
    }

    @Test
    void aThirdPersonIsNotNeeded() {
        String reference = alert();
        press(ALEX, reference, channel);
        press(SAM, reference, channel);
        assertThat(told(press(JO, reference, channel))).contains("two people already");
        assertThat(stored(reference).acknowledgements()).hasSize(2);
    }

    @Test
    void twoWhoTapTogetherBothCount() throws Exception {
        for (int i = 0; i < 5; i++) {
            String reference = alert();
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Reply>> taps = List.of(
                        () -> {
                            together.await();
                            return press(ALEX, reference, channel);
                        },
                        () -> {
                            together.await();
                            return press(SAM, reference, channel);
                        });
                assertThat(threads.invokeAll(taps))
                        .extracting(Future::get)
                        .allMatch(Reply.ShowPresser.class::isInstance);
            }
            assertThat(stored(reference).acknowledgements())
                    .extracting(Acknowledgement::by)
                    .containsExactlyInAnyOrder(ALEX, SAM);
        }
    }

    @Test
    void aCardCopiedElsewhereGivesNoRight() {
        String reference = alert();
        assertThat(told(press(ALEX, reference, other))).contains("in the channel they were posted to");
        assertThat(told(press(ALEX, reference, teams.met("chat", Scope.PERSONAL))))
                .contains("This is for others to do");
        assertThat(stored(reference).acknowledgements()).isEmpty();
    }

    @Test
    void anAlertJustPostedMayBeAcknowledgedInTheDeskAlone() {
        desks.set(new Desk("channel", ALEX, now.get()));
        String reference = report();
        assertThat(told(press(SAM, reference, other))).contains("in the channel they were posted to");
        assertThat(shown(press(SAM, reference, channel))).contains("1 of 2");
    }

    @Test
    void whatIsNoIncidentIsSaidToBeUnknown() {
        assertThat(told(press(ALEX, "INC-2026-9999", channel))).contains("do not know this incident");
        assertThat(told(press(ALEX, "", channel))).contains("do not know this incident");
    }

    /** A second administrator consents at once to whatever takes two. */
    private DeskSetup setup(Set<String> admins) {
        return setup(admins, (move, turn) -> {
            moves().carryOut(move, turn.person());
            return "consented";
        });
    }

    private DeskMoves moves() {
        DeskGuard guard = new DeskGuard(teams, new DeskSettings(5));
        return new DeskMoves(desks, guard, roles, teams, teams, relay, CARDS.times(), CARDS.messages(), now::get);
    }

    private DeskSetup setup(Set<String> admins, DeskConsent consent) {
        return new DeskSetup(
                new Administrators(admins, false, code),
                desks,
                new DeskNames(CARDS.content().routes(), CARDS.messages()),
                new DeskGuard(teams, new DeskSettings(5)),
                teams,
                moves(),
                consent,
                CARDS.simple(),
                CARDS.times(),
                CARDS.messages(),
                now::get);
    }

    private boolean set(DeskSetup by, Person person, String given, Address in) {
        List<String> words = given.isEmpty() ? List.of() : List.of(given.split(" "));
        boolean taken = by.set(
                new Intent.SetDesk(words, new Intent.Help()),
                turn(person, in, "said"),
                message -> teams.post(in, message));
        now.updateAndGet(instant -> instant.plusMillis(1));
        return taken;
    }

    private void refuseCards() {
        teams.on(call -> call.message().card() == null
                ? Optional.empty()
                : Optional.of(new DeliveryException(403, RecordingConversations.REFUSED)));
    }

    private Reply press(Person person, String reference, Address in) {
        return acknowledging.acknowledge(new CardAction.Acknowledge(reference), turn(person, in, cardOf(reference)));
    }

    private String cardOf(String reference) {
        return incidents
                .find(reference)
                .map(Incident::deskPost)
                .map(DeskPost::activity)
                .orElse("post-1");
    }

    private static Turn turn(Person person, Address in, String card) {
        return new Turn(person, "29:" + person.id(), in, in.conversation(), "", card);
    }

    /** An incident whose card stands in the channel. */
    private String alert() {
        desks.set(new Desk("channel", ALEX, now.get()));
        String reference = report();
        TestRelays.deliverDue(relay);
        return reference;
    }

    private String report() {
        Report report =
                new Report("lost-device", "Lost or stolen device", JO, null, null, TestCards.SATURDAY, List.of());
        String draft = "draft-" + now.updateAndGet(instant -> instant.plusMillis(1));
        return incidents
                .report(
                        draft,
                        2026,
                        reference -> Incident.reported(reference, draft, report, Severity.HIGH, Duration.ofMinutes(15)))
                .reference();
    }

    private Incident stored(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    private List<String> said(String conversation) {
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }

    private static String shown(Reply reply) {
        return reply instanceof Reply.ShowPresser show ? show.card().json().toString() : "not shown: " + reply;
    }

    private static String told(Reply reply) {
        return reply instanceof Reply.Tell tell ? tell.text() : "not told: " + reply;
    }
}
