package io.beadle.teams;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How many turns are in flight: never more than {@value #MOST}. At the stop it lets none begin and waits for those in
 * flight, before anything that a turn stands on is closed.
 */
@Component
class TurnLimit implements SmartLifecycle {
    static final int MOST = 1_000;

    /** Stopped first of all; whatever turns use must have a lower phase. */
    static final int PHASE = DEFAULT_PHASE;

    /** With the card updates' 5 s and the relay's 8 s after it, within the 30 s that a container is given to stop. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(12);

    private static final Logger LOG = LoggerFactory.getLogger(TurnLimit.class);

    private final Semaphore free = new Semaphore(MOST);
    private volatile boolean accepting;

    /** Whether a turn may begin; if so, {@link #end} must follow it. */
    boolean begin() {
        return accepting && free.tryAcquire();
    }

    void end() {
        free.release();
    }

    int inFlight() {
        return MOST - free.availablePermits();
    }

    @Override
    public void start() {
        accepting = true;
    }

    @Override
    public void stop() {
        stop(LONGEST_WAIT);
    }

    void stop(Duration longestWait) {
        accepting = false;
        try {
            if (free.tryAcquire(MOST, longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(MOST);
            } else {
                LOG.warn("Stopping with turns unfinished: inFlight={}", inFlight());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return accepting;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
