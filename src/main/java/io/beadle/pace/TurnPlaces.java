package io.beadle.pace;

import java.lang.ScopedValue.CallableOp;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places for turns that are worked on: {@value #PER_CORE} a core, in this process. What people say waits for one, so that processor and
 * store always have room for what needs none: a press on a card, a step of a report, an alert. Whoever waits for somebody
 * else, such as Teams or the index, gives the place up meanwhile.
 */
public final class TurnPlaces {
    /** Enough to keep a core busy while some of them wait for the store. */
    private static final int PER_CORE = 4;

    /** Then it goes on without: places order what there is to do, and never keep anybody from being answered. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final Semaphore PLACES =
            new Semaphore(PER_CORE * Runtime.getRuntime().availableProcessors(), true);
    private static final ScopedValue<TurnPlaces> MINE = ScopedValue.newInstance();

    private final Semaphore places;
    private final Duration longestWait;
    private boolean held;

    private TurnPlaces(Semaphore places, Duration longestWait) {
        this.places = places;
        this.longestWait = longestWait;
    }

    /** Works at a place of its own. */
    public static <T, X extends Throwable> T work(CallableOp<T, X> turn) throws X {
        return work(PLACES, LONGEST_WAIT, turn);
    }

    static <T, X extends Throwable> T work(Semaphore places, Duration longestWait, CallableOp<T, X> turn) throws X {
        TurnPlaces mine = new TurnPlaces(places, longestWait);
        mine.take();
        try {
            return ScopedValue.where(MINE, mine).call(turn);
        } finally {
            mine.leave();
        }
    }

    /** Waits for somebody else; where this thread has a place, others may have it meanwhile. */
    public static <T, X extends Throwable> T aside(CallableOp<T, X> waiting) throws X {
        if (!MINE.isBound()) {
            return waiting.call();
        }
        TurnPlaces mine = MINE.get();
        mine.leave();
        try {
            return waiting.call();
        } finally {
            mine.take();
        }
    }

    private void take() {
        try {
            held = places.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        if (held) {
            held = false;
            places.release();
        }
    }
}
