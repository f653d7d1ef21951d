package io.beadle.knowledge.index;

import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.pace.TurnPlaces;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The turns in which questions are computed: on one platform thread a core, because embedding holds its thread and two
 * virtual ones would stall all.
 */
final class Turns {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    /** About a second's worth of questions a core. */
    private static final int MOST_WAITING = 64 * CORES;

    private static final int STOP_SECONDS = 5;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            CORES,
            CORES,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("knowledge-", 1).daemon().factory());

    /**
     * Computes something when its turn comes, and waits for it.
     *
     * @throws KnowledgeBusyException when too many wait already
     */
    <T> T take(Callable<T> question) {
        return TurnPlaces.aside(() -> waited(question));
    }

    private <T> T waited(Callable<T> question) {
        try {
            return threads.submit(question).get();
        } catch (RejectedExecutionException e) {
            throw new KnowledgeBusyException(MOST_WAITING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the index", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
    }

    /** Takes no more, and waits for what is being computed but not for what is in the queue; whether all has ended. */
    boolean stop() throws InterruptedException {
        threads.shutdownNow();
        return threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
