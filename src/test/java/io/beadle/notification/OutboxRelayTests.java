package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.card.TestCards;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import io.beadle.teams.RecordingConversations.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(OutputCaptureExtension.class)
class OutboxRelayTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Person ALEX = new Person("alex", "Alex Marsh");
    private static final Person SAM = new Person("sam", "Sam Oyelaran");

    private final AtomicReference<Instant> now = new AtomicReference<>(TestCards.SATURDAY);
    private final RecordingConversations teams = new RecordingConversations();
    private final Incidents incidents;
    private final Notices notices;
    private final Desks desks;
    private final OutboxRelay relay;

    OutboxRelayTests() {
        MongoTemplate mongo = SharedStore.newDatabase();
        incidents = StoredIncidents.in(mongo).incidents();
        notices = StoredNotices.in(mongo);
        desks = StoredDesks.in(mongo);
        relay = relay();
    }

    @Test
    void waitsForADeskAndThenPosts() {
        String reference = report();
        assertThat(TestRelays.deliverDue(relay)).isZero();
        assertThat(teams.calls()).isEmpty();
        desk("desk");
        assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
        assertThat(shown("desk")).singleElement().asString().contains(reference, "Acknowledge", "15 minutes left");
        assertThat(stored(reference).deskPost()).isEqualTo(new DeskPost("desk", "post-1"));
        assertThat(stored(reference).outbox()).isEmpty();
        assertThat(TestRelays.deliverDue(relay)).isZero();
    }

    @Test
    void saysAtTheStartThatNoDeskIsSetAndHowManyWait(CapturedOutput output) {
        report();
        relay.start();
        await().until(() -> output.getAll().contains("No desk is set"));
        relay.stop();
        assertThat(output.getAll()).contains("waiting=1");
    }

    @Test
    void anAcknowledgementUpdatesTheOneCard() {
        desk("desk");
        String reference = report();
        TestRelays.deliverDue(relay);
        incidents.change(reference, i -> i.acknowledge(ALEX, now.get()));
        TestRelays.deliverDue(relay);
        incidents.change(reference, i -> i.acknowledge(SAM, now.get()));
        TestRelays.deliverDue(relay);
        assertThat(teams.calls()).extracting(Call::kind).containsExactly(Kind.POST, Kind.UPDATE, Kind.UPDATE);
        assertThat(shown("desk"))
                .singleElement()
                .asString()
                .contains("Alex Marsh", "Sam Oyelaran", "2 of 2")
                .doesNotContain("incident.acknowledge");
    }

    @Test
    void whatIsRefusedIsTriedAgainEverLessOften() {
        desk("desk");
        report();
        teams.refuseAll(503);
        for (int seconds : List.of(5, 10, 20, 30, 30, 30)) {
            assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
            now.updateAndGet(instant -> instant.plusSeconds(seconds).minusMillis(1));
            assertThat(TestRelays.deliverDue(relay)).isZero();
            now.updateAndGet(instant -> instant.plusMillis(1));
        }
        teams.allowAll();
        assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
        assertThat(shown("desk")).hasSize(1);
    }

    @Test
    void aCardThatIsGoneIsPostedAnew() {
        desk("desk");
        String reference = report();
        TestRelays.deliverDue(relay);
        incidents.change(reference, i -> i.acknowledge(ALEX, now.get()));
        teams.on(call ->
                call.kind() == Kind.UPDATE ? Optional.of(new DeliveryException(404, "NotFound")) : Optional.empty());
        TestRelays.deliverDue(relay);
        assertThat(stored(reference).deskPost()).isEqualTo(new DeskPost("desk", "post-2"));
        assertThat(stored(reference).outbox()).isEmpty();
    }

    @Test
    void aCardStaysInItsChannelWhenAnotherBecomesTheDesk() {
        desk("old");
        String reference = report();
        TestRelays.deliverDue(relay);
        desk("new");
        incidents.change(reference, i -> i.acknowledge(ALEX, now.get()));
        TestRelays.deliverDue(relay);
        assertThat(shown("old")).singleElement().asString().contains("1 of 2");
        assertThat(shown("new")).isEmpty();
    }

    @Test
    void aCardInAChannelThatIsClosedToBeadleGoesToTheNewDesk() {
        desk("old");
        String reference = report();
        TestRelays.deliverDue(relay);
        desk("new");
        teams.on(call -> call.conversation().equals("old")
                ? Optional.of(new DeliveryException(403, RecordingConversations.REFUSED))
                : Optional.empty());
        incidents.change(reference, i -> i.acknowledge(ALEX, now.get()));
        TestRelays.deliverDue(relay);
        assertThat(shown("new")).singleElement().asString().contains(reference, "1 of 2");
    }

    @Test
    void aCardInAChannelBeadleWasRemovedFromGoesToTheNewDesk() {
        desk("old");
        String reference = report();
        TestRelays.deliverDue(relay);
        teams.delete("old");
        desk("new");
        incidents.change(reference, i -> i.acknowledge(ALEX, now.get()));
        TestRelays.deliverDue(relay);
        assertThat(stored(reference).deskPost())
                .extracting(DeskPost::conversation)
                .isEqualTo("new");
    }

    @Test
    void aDeskClosedToBeadleIsTriedAgain() {
        desk("desk");
        String reference = report();
        TestRelays.deliverDue(relay);
        incidents.change(reference, i -> i.acknowledge(ALEX, now.get()));
        teams.refuseAll(403);
        TestRelays.deliverDue(relay);
        assertThat(stored(reference).outboxDue(OutboxMessage.Kind.DESK_CARD))
                .isEqualTo(now.get().plusSeconds(5));
    }

    @Test
    void anErrorLosesNothingAndIsMadeGoodAfterTheLease() {
        desk("desk");
        String reference = report();
        teams.on(call -> Optional.of(new IllegalStateException("broken")));
        TestRelays.deliverDue(relay);
        teams.allowAll();
        assertThat(TestRelays.deliverDue(relay)).isZero();
        now.updateAndGet(instant -> instant.plus(OutboxRelay.LEASE));
        assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
        assertThat(shown("desk")).singleElement().asString().contains(reference);
    }

    @Test
    void oneThatCannotBeDeliveredHoldsUpNoOther() {
        desk("desk");
        String broken = report();
        String good = report();
        teams.on(call ->
                call.text().contains(broken) ? Optional.of(new IllegalStateException("broken")) : Optional.empty());
        TestRelays.deliverDue(relay);
        assertThat(shown("desk")).singleElement().asString().contains(good);
    }

    @Test
    void aSlowDeliveryHoldsUpNoNewAlert() {
        desk("desk");
        String slow = report();
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        teams.on(call -> {
            if (call.text().contains(slow)) {
                delivering.countDown();
                awaitLatch(go);
            }
            return Optional.empty();
        });
        relay.start();
        awaitLatch(delivering);
        String urgent = report();
        relay.wake();
        await().untilAsserted(() ->
                assertThat(shown("desk")).singleElement().asString().contains(urgent));
        go.countDown();
        relay.stop();
        assertThat(shown("desk")).hasSize(2);
    }

    @Test
    void neverMoreThanSixteenAreUnderWay() {
        desk("desk");
        CountDownLatch go = new CountDownLatch(1);
        teams.on(call -> {
            awaitLatch(go);
            return Optional.empty();
        });
        for (int i = 0; i < 20; i++) {
            report();
        }
        assertThat(relay.beginDue()).isEqualTo(16);
        assertThat(relay.beginDue()).isZero();
        go.countDown();
        assertThat(relay.awaitDeliveries(Duration.ofSeconds(10))).isTrue();
        assertThat(TestRelays.deliverDue(relay)).isEqualTo(4);
    }

    @Test
    void aCardThatCannotBeTakenBackIsNotTriedAgain() {
        desk("desk");
        String reference = report();
        OutboxRelay other = relay();
        AtomicBoolean overtaken = new AtomicBoolean();
        teams.on(call -> {
            if (call.kind() == Kind.DELETE) {
                return Optional.of(new DeliveryException(403, RecordingConversations.REFUSED));
            }
            if (!overtaken.getAndSet(true)) {
                now.updateAndGet(instant -> instant.plus(OutboxRelay.LEASE));
                TestRelays.deliverDue(other);
            }
            return Optional.empty();
        });
        TestRelays.deliverDue(relay);
        assertThat(stored(reference).deskPost()).isEqualTo(new DeskPost("desk", "post-2"));
        assertThat(stored(reference).outbox()).isEmpty();
    }

    @Test
    void whatADeadInstanceHadClaimedIsTakenOverAfterItsLease() {
        desk("desk");
        String reference = report();
        incidents.change(
                reference,
                i -> i.claim(
                        i.nextMessage(OutboxMessage.Kind.DESK_CARD, now.get()).orElseThrow(),
                        "dead",
                        now.get(),
                        OutboxRelay.LEASE));
        assertThat(TestRelays.deliverDue(relay)).isZero();
        now.updateAndGet(instant -> instant.plus(OutboxRelay.LEASE));
        assertThat(TestRelays.deliverDue(relay)).isEqualTo(1);
        assertThat(shown("desk")).hasSize(1);
    }

    @Test
    void theCardOfARelayThatComesBackAfterItsLeaseIsTakenBack() {
        desk("desk");
        String reference = report();
        OutboxRelay other = relay();
        AtomicReference<@Nullable DeskPost> first = new AtomicReference<>();
        teams.on(call -> {
            if (first.get() == null && call.activity().equals("post-1")) {
                now.updateAndGet(instant -> instant.plus(OutboxRelay.LEASE));
                TestRelays.deliverDue(other);
                first.set(stored(reference).deskPost());
            }
            return Optional.empty();
        });
        TestRelays.deliverDue(relay);
        assertThat(first.get()).isEqualTo(new DeskPost("desk", "post-2"));
        assertThat(teams.shownIn("desk"))
                .singleElement()
                .extracting(Call::activity)
                .isEqualTo("post-2");
        assertThat(stored(reference).deskPost()).isEqualTo(first.get());
        assertThat(stored(reference).outbox()).isEmpty();
    }

    @Test
    void aChangeDuringADeliveryIsToldAfterwards() {
        desk("desk");
        String reference = report();
        teams.on(call -> {
            if (call.kind() == Kind.POST) {
                incidents.change(reference, i -> i.acknowledge(ALEX, now.get()));
            }
            return Optional.empty();
        });
        TestRelays.deliverDue(relay);
        TestRelays.deliverDue(relay);
        assertThat(shown("desk")).singleElement().asString().contains("1 of 2");
    }

    @Test
    void twoRelaysNeverPostTheSameAlertTwice() throws Exception {
        desk("desk");
        int alerts = 12;
        for (int i = 0; i < alerts; i++) {
            report();
        }
        CyclicBarrier together = new CyclicBarrier(2);
        List<CompletableFuture<Void>> rounds = List.of(rounds(relay(), together), rounds(relay(), together));
        rounds.forEach(CompletableFuture::join);
        assertThat(teams.calls()).hasSize(alerts).extracting(Call::kind).containsOnly(Kind.POST);
    }

    @Test
    void itsThreadDeliversOnceWokenAndStopsAfterTheDeliveryUnderWay() {
        desk("desk");
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        teams.on(call -> {
            delivering.countDown();
            awaitLatch(go);
            return Optional.empty();
        });
        relay.start();
        assertThat(relay.isRunning()).isTrue();
        String reference = report();
        relay.wake();
        awaitLatch(delivering);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(relay::stop);
        assertThat(stopped).isNotDone();
        go.countDown();
        await().until(stopped::isDone);
        assertThat(stored(reference).outbox()).isEmpty();
        assertThat(relay.isRunning()).isFalse();
    }

    private static CompletableFuture<Void> rounds(OutboxRelay relay, CyclicBarrier together) {
        return CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 8; round++) {
                awaitBarrier(together);
                TestRelays.deliverDue(relay);
            }
        });
    }

    private static void awaitBarrier(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutboxRelay relay() {
        return TestRelays.relay(incidents, notices, desks, teams, CARDS, now::get);
    }

    private void desk(String conversation) {
        teams.met(conversation, Scope.CHANNEL);
        now.updateAndGet(instant -> instant.plusMillis(1));
        desks.set(new Desk(conversation, ALEX, now.get()));
        now.set(TestCards.SATURDAY.plusMillis(10));
    }

    private String report() {
        return SomeIncidents.reported(incidents, TestCards.SATURDAY).reference();
    }

    private Incident stored(String reference) {
        return incidents.find(reference).orElseThrow();
    }

    private List<String> shown(String conversation) {
        return teams.shownIn(conversation).stream().map(Call::text).toList();
    }
}
