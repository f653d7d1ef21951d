package io.beadle.bot.evidence;

import io.beadle.incident.WaitingFile;
import io.beadle.incident.WaitingFiles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the files fetched that may be, two at a time, each claimed by a lease before: what a dead instance had claimed is taken
 * up again when the lease ends.
 */
@Component
class FileQueue implements SmartLifecycle {
    /** Longer than a fetch and the keeping of what it brought may take. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);
    private static final int AT_ONCE = 2;
    private static final Logger log = LoggerFactory.getLogger(FileQueue.class);

    private final WaitingFiles waiting;
    private final Fetching fetching;
    private final Upkeep upkeep;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean running;

    FileQueue(WaitingFiles waiting, Fetching fetching, Upkeep upkeep, InstantSource clock) {
        this.waiting = waiting;
        this.fetching = fetching;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /** Looks now rather than at the next poll. */
    void wake() {
        wake.release();
    }

    /** Begins what is due, each on a thread of its own; how many. */
    int beginDue() {
        int begun = 0;
        int places = free.availablePermits();
        if (places > 0) {
            for (WaitingFile file : waiting.due(clock.instant(), places)) {
                if (waiting.replace(file.claim(clock.instant(), LEASE))
                        .map(this::begin)
                        .isPresent()) {
                    begun++;
                }
            }
        }
        return begun;
    }

    private WaitingFile begin(WaitingFile claimed) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("evidence-fetch").start(() -> {
            try {
                fetching.fetch(claimed);
            } catch (RuntimeException e) {
                log.error(
                        "file not seen to file={} cause={}",
                        claimed.id(),
                        e.getClass().getName());
            } finally {
                free.release();
                wake();
            }
        });
        return claimed;
    }

    /** Waits until nothing is under way; false when something still is after that long. */
    boolean awaitFetches(Duration longest) {
        try {
            boolean ended = free.tryAcquire(AT_ONCE, longest.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                free.release(AT_ONCE);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        while (running) {
            try {
                if (beginDue() == 0) {
                    upkeep.look();
                    await();
                }
            } catch (RuntimeException e) {
                log.error("waiting files unreadable cause={}", e.getClass().getName());
                await();
            }
        }
    }

    private void await() {
        try {
            if (wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("evidence-queue").start(this::run);
    }

    /** Waits for what is under way, 3 seconds at most: what is not kept by then is fetched after the restart. */
    @Override
    public void stop() {
        running = false;
        wake();
        if (!awaitFetches(LONGEST_STOP)) {
            log.warn("file queue stopped underWay={}", AT_ONCE - free.availablePermits());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before the endpoint takes turns, stopped after its turns have ended and before the relay. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4095;
    }
}
