package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.content.BundledContent;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxBellTests {
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final OutboxBell bell = new OutboxBell();
    private final Incidents incidents = StoredIncidents.dutiful(
                    SharedStore.newDatabase(), SomeObligations.of(BundledContent.CONTENT), bell, () -> NOON)
            .incidents();

    @Test
    void isHeardOnceFromTheTimeForWhichItRang() {
        bell.ring(NOON.plusSeconds(5));
        bell.ring(NOON.plusSeconds(9));
        assertThat(bell.isHeard(NOON.plusSeconds(5).minusMillis(1))).isFalse();
        assertThat(bell.isHeard(NOON.plusSeconds(5))).isTrue();
        assertThat(bell.isHeard(NOON.plusSeconds(5))).isFalse();
        assertThat(bell.isHeard(NOON.plusSeconds(60))).isTrue();
        assertThat(bell.isHeard(Instant.MAX)).isFalse();
    }

    @Test
    void whatMayBeToldNowIsHeardAtOnce() {
        bell.ring();
        assertThat(bell.isHeard(NOON)).isTrue();
    }

    @Test
    void wakesWhoeverWaitsForIt() {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                bell.await(Duration.ofMinutes(10));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        bell.ring();
        await().until(waiting::isDone);
        assertThat(waiting).isCompleted();
    }

    @ParameterizedTest
    @EnumSource(OutboxMessage.Kind.class)
    void everyWriteRingsWhateverItLeavesToBeTold(OutboxMessage.Kind kind) {
        Incident quiet = quiet();
        assertThat(bell.isHeard(Instant.MAX)).isFalse();
        incidents.change(quiet.reference(), i -> waiting(i, kind, NOON.plusSeconds(30)));
        assertThat(bell.isHeard(NOON)).isFalse();
        assertThat(bell.isHeard(NOON.plusSeconds(30))).isTrue();
    }

    @Test
    void aNewReportRingsAtOnceAndOneThatIsClaimedWhenItsLeaseEnds() {
        Incident reported = incidents.report("draft", 2026, SomeIncidents::lostPhone);
        assertThat(bell.isHeard(NOON)).isTrue();
        Instant later = NOON.plusSeconds(1);
        for (OutboxMessage message : reported.outbox()) {
            incidents.change(reported.reference(), i -> i.claim(message, "claim", later, LEASE));
        }
        bell.isHeard(NOON); // what was not claimed yet rang with each claim
        assertThat(bell.isHeard(later.plus(LEASE).minusMillis(1))).isFalse();
        assertThat(bell.isHeard(later.plus(LEASE))).isTrue();
    }

    private Incident quiet() {
        Incident reported = incidents.report("draft", 2026, SomeIncidents::lostPhone);
        Incident told =
                incidents.change(reported.reference(), i -> with(i, List.of())).orElseThrow();
        bell.isHeard(Instant.MAX);
        return told;
    }

    private static Incident waiting(Incident incident, OutboxMessage.Kind kind, Instant due) {
        return with(incident, List.of(new OutboxMessage("key", kind, null, null, due, 0, null, null, false, false)));
    }

    private static Incident with(Incident incident, List<OutboxMessage> outbox) {
        return new Change(incident).outbox(outbox).incident();
    }
}
