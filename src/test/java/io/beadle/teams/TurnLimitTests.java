package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TurnLimitTests {
    private final TurnLimit limit = new TurnLimit();

    @Test
    void letsNoTurnBeginBeforeTheStartOrAfterTheStop() {
        assertThat(limit.begin()).isFalse();
        limit.start();
        assertThat(limit.begin()).isTrue();
        limit.end();
        limit.stop();
        assertThat(limit.begin()).isFalse();
        assertThat(limit.isRunning()).isFalse();
    }

    @Test
    void theStopWaitsForTurnsInFlight() {
        limit.start();
        assertThat(limit.begin()).isTrue();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> limit.stop(Duration.ofSeconds(30)));
        Awaitility.await().until(() -> !limit.isRunning());
        assertThat(stop).isNotDone();

        limit.end();

        assertThat(stop).succeedsWithin(Duration.ofSeconds(5));
        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void theStopLeavesTimeForWhatStopsAfterIt() {
        Duration cardUpdates = Duration.ofSeconds(5);
        Duration relay = Duration.ofSeconds(8);
        assertThat(TurnLimit.LONGEST_WAIT.plus(cardUpdates).plus(relay)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void theStopDoesNotWaitForEver() {
        limit.start();
        assertThat(limit.begin()).isTrue();

        limit.stop(Duration.ofMillis(1));

        assertThat(limit.inFlight()).isEqualTo(1);
    }
}
