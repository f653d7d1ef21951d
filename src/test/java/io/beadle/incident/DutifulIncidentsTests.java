package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.BundledContent;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DutifulIncidentsTests {
    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    /** Whoever would wait for it says how long, and has waited. */
    private final ReentrantLock oneByOne = new ReentrantLock() {
        @Override
        public boolean tryLock(long longest, TimeUnit unit) {
            waits.add(Duration.of(longest, unit.toChronoUnit()));
            return tryLock();
        }
    };

    private final Incidents incidents = new DutifulIncidents(
            StoredIncidents.in(SharedStore.newDatabase()).incidents(),
            SomeObligations.of(BundledContent.CONTENT),
            UnaryOperator.identity(),
            new OutboxBell(),
            () -> NOON,
            oneByOne);

    @Test
    void aReportWaitsTwoSecondsAtMostForOneBeforeItThatTheStoreKeepsWaiting() {
        CompletableFuture<Void> away = new CompletableFuture<>();
        CompletableFuture<Void> back = new CompletableFuture<>();
        CompletableFuture<Incident> first =
                CompletableFuture.supplyAsync(() -> incidents.report("first", 2026, reference -> {
                    away.complete(null);
                    back.join();
                    return SomeIncidents.lostPhone(reference);
                }));
        away.orTimeout(10, TimeUnit.SECONDS).join();

        Incident second = incidents.report("second", 2026, SomeIncidents::lostPhone);
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(incidents.find(second.reference())).isPresent();
        assertThat(first).isNotDone();
        assertThat(oneByOne.isLocked()).as("by the first").isTrue();

        back.complete(null);
        assertThat(incidents.find(first.join().reference())).isPresent();
        assertThat(oneByOne.isLocked()).isFalse();
    }
}
