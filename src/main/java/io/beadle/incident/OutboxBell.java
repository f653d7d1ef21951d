package io.beadle.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Rung in this process by every write that leaves something to be told, so that the relay need not go and look whether there is
 * any. For what may be told later it rings then.
 */
public final class OutboxBell {
    private final NavigableSet<Instant> times = new ConcurrentSkipListSet<>();
    private final Semaphore rung = new Semaphore(0);

    /** Rings for what may be told now. */
    public void ring() {
        ring(Instant.MIN);
    }

    /** Rings for what may be told from then on. */
    public void ring(Instant from) {
        times.add(from);
        rung.release();
    }

    /** Whether it has rung by now for anything, since that was last asked. */
    public boolean isHeard(Instant now) {
        boolean heard = false;
        for (Instant time : times.headSet(now, true)) {
            heard |= times.remove(time);
        }
        return heard;
    }

    /** Waits until somebody rings, at most so long. */
    public void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
