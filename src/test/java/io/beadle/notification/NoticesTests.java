package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.content.BundledContent;
import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.incident.DeskPost;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mail.RecordedMail;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.people.StoredAppointments;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import io.beadle.teams.RecordingConversations.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is told that is not about an incident, by the relay that tells of incidents. */
@ExtendWith(OutputCaptureExtension.class)
class NoticesTests {
    private static final Notice.To.Somebody SAM = new Notice.To.Somebody("29:sam", "tearoom", "tearoom;messageid=7");
    private static final Retention RETENTION = BundledContent.CONTENT.retention();
    private static final String MARKER = "Heliotrope-77";

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final RecordedMail mail = new RecordedMail();
    private final RecordingConversations teams = new RecordingConversations();
    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Notices notices = StoredNotices.in(mongo);
    private final Desks desks = StoredDesks.in(mongo);
    private final OutboxRelay relay = relay();

    @Test
    void aNoticeWaitsForADeskAndIsThenShownThereOnce() {
        toDesk(1, "asked");
        assertThat(TestRelays.deliverDue(relay)).isZero();
        desk();
        assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
        assertThat(shown("desk")).containsExactly("asked");
        toDesk(1, "asked once more");
        assertThat(TestRelays.deliverDue(relay)).isZero();
        assertThat(stored().post()).isEqualTo(new DeskPost("desk", "post-1"));
        assertThat(stored().errand()).isNull();
    }

    @Test
    void aCardIsStoredAndToldAsItIs() {
        desk();
        Map<String, Object> card = Map.of("$schema", "https://adaptivecards.io", "body", List.of(Map.of("a.b", 1)));
        notices.put(Notice.toDesk("question-1", 1, Message.card(card, "A question"), now.get()));
        TestRelays.deliverDue(relay);
        assertThat(teams.shownIn("desk"))
                .singleElement()
                .extracting(Call::message)
                .isEqualTo(Message.card(card, "A question"));
    }

    @Test
    void aHigherRevisionIsShownInPlaceAndALowerOneNever() {
        desk();
        toDesk(1, "asked");
        TestRelays.deliverDue(relay);
        toDesk(3, "answered");
        toDesk(2, "overtaken");
        TestRelays.deliverDue(relay);
        toDesk(2, "overtaken");
        TestRelays.deliverDue(relay);
        assertThat(teams.calls()).extracting(Call::kind).containsExactly(Kind.POST, Kind.UPDATE);
        assertThat(shown("desk")).containsExactly("answered");
    }

    @Test
    void newsDuringADeliveryIsShownInThePlaceThatDeliveryMade() {
        desk();
        toDesk(1, "asked");
        teams.on(call -> {
            if (call.kind() == Kind.POST) {
                toDesk(2, "answered");
            }
            return Optional.empty();
        });
        TestRelays.deliverDue(relay);
        TestRelays.deliverDue(relay);
        assertThat(shown("desk")).containsExactly("answered");
        assertThat(stored().errand()).isNull();
    }

    @Test
    void aPostUnderAClaimThatHasEndedIsTakenBack() {
        desk();
        toDesk(1, "asked");
        AtomicBoolean overtaken = new AtomicBoolean();
        teams.on(call -> {
            if (!overtaken.getAndSet(true)) {
                now.updateAndGet(instant -> instant.plus(OutboxRelay.LEASE));
                TestRelays.deliverDue(relay());
            }
            return Optional.empty();
        });
        TestRelays.deliverDue(relay);
        assertThat(teams.shownIn("desk"))
                .singleElement()
                .extracting(Call::activity)
                .isEqualTo("post-2");
        assertThat(stored().post()).isEqualTo(new DeskPost("desk", "post-2"));
    }

    @Test
    void whatIsRefusedIsTriedAgainAndSeenInTheHealth() {
        desk();
        toDesk(1, "asked");
        teams.refuseAll(503);
        for (int seconds : List.of(5, 10, 20, 40)) {
            assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
            assertThat(TestRelays.deliverDue(relay)).isZero();
            now.updateAndGet(instant -> instant.plusSeconds(seconds));
        }
        assertThat(new OutboxHealthIndicator(
                                StoredIncidents.in(mongo).incidents(),
                                notices,
                                desks,
                                TestCards.bundled().content().routes(),
                                now::get)
                        .health()
                        .getDetails())
                .containsEntry("waiting", 1L)
                .containsEntry("stuck", 1L);
        teams.allowAll();
        TestRelays.deliverDue(relay);
        assertThat(shown("desk")).containsExactly("asked");
    }

    @Test
    void aPersonIsToldInTheirPersonalChatAndNothingIsKeptOfWhoItWas() {
        teams.met("sam", Scope.PERSONAL);
        teams.met("tearoom", Scope.CHANNEL);
        notices.put(Notice.toPerson("answer-1", SAM, Message.text("answered"), now.get()));
        assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
        assertThat(shown("sam")).containsExactly("answered");
        assertThat(String.valueOf(mongo.getCollection("notices").find().first()))
                .contains("answer-1")
                .doesNotContain("sam", "tearoom", "answered");
        notices.put(Notice.toPerson("answer-1", SAM, Message.text("answered"), now.get()));
        assertThat(TestRelays.deliverDue(relay)).isZero();
    }

    @Test
    void whoWasMetInAChannelAloneGetsAPersonalChat() {
        teams.met("tearoom", Scope.CHANNEL);
        notices.put(Notice.toPerson("answer-1", SAM, Message.text("answered"), now.get()));
        TestRelays.deliverDue(relay);
        assertThat(shown("chat-29:sam")).containsExactly("answered");
    }

    @Test
    void whoCannotBeWrittenToIsToldInTheThreadWhereTheyAsked() {
        teams.met("tearoom", Scope.CHANNEL);
        teams.on(call -> call.kind() == Kind.CREATE
                ? Optional.of(new DeliveryException(403, "BotNotInConversationRoster"))
                : Optional.empty());
        notices.put(Notice.toPerson("answer-1", SAM, Message.text("answered"), now.get()));
        TestRelays.deliverDue(relay);
        assertThat(shown("tearoom;messageid=7")).containsExactly("answered");
        assertThat(shown("tearoom")).isEmpty();
    }

    @Test
    void whoCannotBeWrittenToForAWeekIsGivenUpAndTheDeskNever() {
        notices.put(Notice.toPerson("answer-1", SAM, Message.text("answered"), now.get()));
        TestRelays.deliverDue(relay);
        toDesk(1, "asked");
        now.updateAndGet(instant -> instant.plus(RETENTION.of(Kept.UNTOLD)));
        TestRelays.expire(mongo, now.get());
        assertThat(notices.find("answer-1")).isPresent();
        now.updateAndGet(instant -> instant.plusMillis(1));
        TestRelays.expire(mongo, now.get());
        assertThat(notices.find("answer-1")).isEmpty();
        assertThat(notices.find("question-1")).isPresent();
    }

    @Test
    void whoIsKnownByWhoTheyAreIsWrittenToInTeams() {
        mail.configure();
        teams.metInPerson("priya");
        toPriya("priya@council.example");
        TestRelays.deliverDue(relay);
        assertThat(shown("priya")).containsExactly("You are now");
        assertThat(mail.letters()).isEmpty();
        assertThat(String.valueOf(mongo.getCollection("notices").find().first()))
                .contains("role-1")
                .doesNotContain("priya", "You are now", "A letter");
    }

    @Test
    void whomTeamsDoesNotKnowIsWrittenAnEmailOnce() {
        mail.configure();
        toPriya("priya@council.example");
        TestRelays.deliverDue(relay);
        assertThat(mail.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.to()).containsExactly("priya@council.example"))
                .satisfies(letter -> assertThat(letter.text()).isEqualTo("A letter"));
        toPriya("priya@council.example");
        assertThat(TestRelays.deliverDue(relay)).isZero();
    }

    @Test
    void aFaultOfTeamsIsWaitedForTenMinutesBeforeTheEmail() {
        mail.configure();
        teams.metInPerson("priya");
        teams.refuseAll(502);
        toPriya("priya@council.example");
        TestRelays.deliverDue(relay);
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(9)));
        TestRelays.deliverDue(relay);
        assertThat(mail.letters()).isEmpty();
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(1)));
        TestRelays.deliverDue(relay);
        assertThat(mail.letters()).hasSize(1);
        assertThat(notices.find("role-1")).map(Notice::errand).isEmpty();
    }

    @Test
    void whoHasNeitherChatNorAddressIsToldOnceTheyHaveAChat() {
        mail.configure();
        toPriya(null);
        TestRelays.deliverDue(relay);
        teams.metInPerson("priya");
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
        TestRelays.deliverDue(relay);
        assertThat(shown("priya")).containsExactly("You are now");
        assertThat(mail.letters()).isEmpty();
    }

    @Test
    void whatTheMailServerRefusesIsTriedAgain() {
        mail.configure();
        mail.refuseAll(451);
        toPriya("priya@council.example");
        TestRelays.deliverDue(relay);
        mail.refuseAll(0);
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
        TestRelays.deliverDue(relay);
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void whatWasToldIsForgottenAfterALongTime() {
        desk();
        toDesk(1, "asked");
        TestRelays.deliverDue(relay);
        now.updateAndGet(instant -> instant.plus(RETENTION.of(Kept.NOTICES)).plusMillis(1));
        TestRelays.expire(mongo, now.get());
        assertThat(notices.find("question-1")).isEmpty();
    }

    @Test
    void manyWhoPutTheSameAtOncePutItOnce() throws Exception {
        desk();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> puts = java.util.stream.LongStream.range(0, 20)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        toDesk(i % 4, "revision " + i % 4);
                        return true;
                    })
                    .toList();
            threads.invokeAll(puts);
        }
        TestRelays.deliverDue(relay);
        assertThat(shown("desk")).containsExactly("revision 3");
    }

    @Test
    void nothingThatIsToldReachesTheLog(CapturedOutput output) {
        desk();
        toDesk(1, MARKER);
        teams.on(call -> Optional.of(new IllegalStateException(MARKER)));
        TestRelays.deliverDue(relay);
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(3)));
        teams.refuseAll(503);
        TestRelays.deliverDue(relay);
        assertThat(output.getAll()).contains("notice=question-1").doesNotContain(MARKER);
        assertThat(stored().toString()).doesNotContain(MARKER);
    }

    private OutboxRelay relay() {
        return TestRelays.relay(
                StoredIncidents.in(mongo).incidents(),
                notices,
                desks,
                teams,
                TestCards.bundled(),
                new StoredAppointments(),
                mail,
                now::get);
    }

    private void toPriya(@Nullable String email) {
        notices.put(Notice.toPerson(
                "role-1",
                new Notice.To.InPerson("priya", email, "You are now", "A letter"),
                Message.text("You are now"),
                now.get()));
    }

    private void toDesk(long revision, String text) {
        notices.put(Notice.toDesk("question-1", revision, Message.text(text), now.get()));
    }

    private void desk() {
        teams.met("desk", Scope.CHANNEL);
        desks.set(new Desk("desk", new Person("alex", "Alex"), now.get()));
    }

    private Notice stored() {
        return notices.find("question-1").orElseThrow();
    }

    private List<String> shown(String conversation) {
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }
}
