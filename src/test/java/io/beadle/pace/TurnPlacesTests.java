package io.beadle.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnPlacesTests {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Semaphore places = new Semaphore(1, true);
    private final CountDownLatch done = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        done.countDown();
        threads.close();
    }

    @Test
    void whoComesLaterWaitsForAPlace() {
        begin(FOR_EVER);
        CompletableFuture<String> second = begins(FOR_EVER, "second");
        assertThat(second).isNotDone();
        done.countDown();
        assertThat(second.join()).isEqualTo("second");
        assertThat(places.availablePermits()).isOne();
    }

    @Test
    void whoWaitsForSomebodyElseLeavesThePlaceToOthers() {
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(
                () -> TurnPlaces.work(places, FOR_EVER, () -> TurnPlaces.aside(() -> wait(answered)) + ", first"),
                threads);
        assertThat(begins(FOR_EVER, "second").join()).isEqualTo("second");
        answered.countDown();
        assertThat(first.join()).isEqualTo("waited, first");
        assertThat(places.availablePermits()).isOne();
    }

    @Test
    void whoWaitedForSomebodyElseWaitsForAPlaceAgain() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(
                () -> TurnPlaces.work(places, FOR_EVER, () -> TurnPlaces.aside(() -> wait(answered))), threads);
        begin(FOR_EVER);
        answered.countDown();
        await().until(places::hasQueuedThreads);
        assertThat(first).isNotDone();
        done.countDown();
        assertThat(first.get()).isEqualTo("waited");
    }

    @Test
    void nobodyIsKeptFromAnAnswerForLong() {
        begin(FOR_EVER);
        assertThat(begins(Duration.ofMillis(1), "second").join()).isEqualTo("second");
        done.countDown();
        await().untilAsserted(() -> assertThat(places.availablePermits()).isOne());
    }

    @Test
    void aPlaceIsFreeAgainAfterAFailure() {
        assertThatThrownBy(() -> TurnPlaces.work(
                        places,
                        FOR_EVER,
                        () -> TurnPlaces.aside(() -> {
                            throw new IllegalStateException("broken");
                        })))
                .hasMessage("broken");
        assertThat(places.availablePermits()).isOne();
    }

    @Test
    void whoHasNoPlaceWaitsAsEver() {
        assertThat(TurnPlaces.aside(() -> "answer")).isEqualTo("answer");
    }

    /** Has the one place until the test is done. */
    private void begin(Duration longestWait) {
        threads.execute(() -> assertThat(TurnPlaces.work(places, longestWait, () -> wait(done)))
                .isEqualTo("waited"));
        await().until(() -> places.availablePermits() == 0 && !places.hasQueuedThreads());
    }

    private CompletableFuture<String> begins(Duration longestWait, String name) {
        return CompletableFuture.supplyAsync(() -> TurnPlaces.work(places, longestWait, () -> name), threads);
    }

    private static String wait(CountDownLatch latch) throws RuntimeException {
        try {
            latch.await();
            return "waited";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
