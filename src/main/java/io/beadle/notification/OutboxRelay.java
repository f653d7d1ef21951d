package io.beadle.notification;

import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxBell;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Delivers what incidents have in their outbox, and the notices. A message is claimed by a lease before it is sent, so that any number of
 * instances share one database, and what a dead instance had claimed is free again when its lease ends. What could not be
 * delivered is tried again, ever less often, and never given up.
 */
@Component
public final class OutboxRelay implements SmartLifecycle {
    /** Longer than a delivery with all its retries may take: see the rationale for the sum. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofSeconds(1);

    /** How soon it is looked again whether a place takes more: the shortest of the platform's limits is a second's. */
    private static final Duration PACED = Duration.ofMillis(500);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);
    private static final int AT_ONCE = 16;
    private static final int KEPT_FOR_DESKS = 4;
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final Incidents incidents;
    private final List<Outbox> toDesks;
    private final List<Outbox> toPeople;
    private final DeskChannel desk;
    private final Pace pace;
    private final OutboxMeters meters;
    private final OutboxBell bell;
    private final OutboxWatch watch;
    private final InstantSource clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    /** Whether something was due the last time and waits for its place to take more. */
    private volatile boolean paced;

    private volatile boolean running;
    private CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

    OutboxRelay(
            Incidents incidents,
            ClearingCourier clearing,
            DeskCourier desks,
            PersonCourier people,
            CardsInPersonCourier standing,
            EverybodyCourier everybody,
            AlarmCourier alarms,
            ReporterCourier reporters,
            NoticeOutbox notices,
            DeskChannel desk,
            Pace pace,
            OutboxMeters meters,
            OutboxBell bell,
            OutboxWatch watch,
            InstantSource clock) {
        this.incidents = incidents;
        toDesks = List.of(
                new IncidentOutbox(incidents, clearing), new IncidentOutbox(incidents, desks), notices.toDesks());
        toPeople = List.of(
                new IncidentOutbox(incidents, people),
                new IncidentOutbox(incidents, standing),
                new IncidentOutbox(incidents, alarms),
                new IncidentOutbox(incidents, reporters),
                new IncidentOutbox(incidents, everybody),
                notices.toPeople());
        this.desk = desk;
        this.pace = pace;
        this.meters = meters;
        this.bell = bell;
        this.watch = watch;
        this.clock = clock;
    }

    /** Looks at the outbox now. What was put there rings by itself; this is for what has become possible to tell. */
    public void wake() {
        bell.ring();
    }

    /**
     * Begins the delivery of what is due, each on a thread of its own and {@value #AT_ONCE} at a time: a slow one holds up
     * no other, and a new alert does not wait for it. What a channel must no longer show comes first, then what it must; some
     * places are kept for these while many people cannot be reached. What would be more than Teams takes waits ({@link Pace}).
     *
     * @return how many were begun
     */
    int beginDue() {
        int begun = 0;
        paced = false;
        for (Outbox outbox : toDesks) {
            begun += begin(outbox, 0);
        }
        for (Outbox outbox : toPeople) {
            begun += begin(outbox, KEPT_FOR_DESKS);
        }
        return begun;
    }

    private int begin(Outbox outbox, int kept) {
        int places = free.availablePermits() - kept;
        if (places <= 0) {
            return 0;
        }
        int begun = 0;
        Map<Boolean, Boolean> anywhere = new HashMap<>();
        Map<Place, Boolean> there = new HashMap<>();
        List<Outbox.Delivery> due = outbox.due(
                clock.instant(),
                places,
                place -> anywhere.computeIfAbsent(place.urgent(), pace::hasRoom)
                        && there.computeIfAbsent(place, pace::isFree));
        paced |= anywhere.containsValue(false) || there.containsValue(false);
        for (Outbox.Delivery delivery : due) {
            if (!delivery.place().stream().allMatch(pace::take)) {
                paced = true;
            } else if (delivery.claim(UUID.randomUUID().toString(), clock.instant(), outbox.lease())) {
                begin(delivery, outbox);
                begun++;
            }
        }
        return begun;
    }

    private void begin(Outbox.Delivery delivery, Outbox outbox) {
        free.acquireUninterruptibly();
        Thread.ofVirtual().name("outbox-delivery").start(() -> {
            try {
                Trace.begun().run(() -> deliver(delivery, outbox));
            } catch (RuntimeException e) {
                meters.failed();
                log.error(
                        "outbox failed {} cause={} retryAfter={}",
                        delivery,
                        e.getClass().getName(),
                        outbox.lease());
            } finally {
                free.release();
                wake();
            }
        });
    }

    /** Waits until no delivery is under way; false when some still are after that long. */
    boolean awaitDeliveries(Duration longest) {
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

    private void deliver(Outbox.Delivery delivery, Outbox outbox) {
        try {
            delivery.tell();
            meters.delivered();
            log.info("outbox delivered {}", delivery);
        } catch (DeliveryException e) {
            meters.refused();
            Duration pause = pause(delivery.attempts(), outbox.longestPause());
            delivery.refused(e, clock.instant().plus(pause));
            log.warn("outbox refused {} status={} code={} retryIn={}", delivery, e.status(), e.code(), pause);
        }
    }

    /** Twice as long after each attempt. */
    private static Duration pause(int attempts, Duration longest) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private void run() {
        warnOfNoDesk();
        while (running) {
            if (round() == 0) {
                await();
            }
        }
    }

    /** One round of the relay's thread: begins what is due, where it is worth a look; how many were begun. */
    int round() {
        try {
            Instant now = clock.instant();
            if (!watch.isWorthALook(now) && !paced) {
                return 0;
            }
            int begun = beginDue();
            if (begun == 0) {
                watch.nothingFound(now);
            }
            return begun;
        } catch (RuntimeException e) {
            log.error("outbox unreadable cause={}", e.getClass().getName());
            return 0;
        }
    }

    private void warnOfNoDesk() {
        try {
            if (!desk.isSet()) {
                log.warn(
                        "No desk is set: reports are stored and nobody is alerted until somebody says \"@Beadle desk\" in"
                                + " the security team's channel. waiting={}",
                        incidents.outboxWaiting(0));
            }
        } catch (RuntimeException e) {
            log.error("outbox unreadable cause={}", e.getClass().getName());
        }
    }

    private void await() {
        try {
            bell.await(paced ? PACED : POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        CompletableFuture<Void> end = new CompletableFuture<>();
        stopped = end;
        Thread.ofVirtual().name("outbox-relay").start(() -> {
            run();
            end.complete(null);
        });
    }

    /** Waits for the deliveries under way, 8 seconds at most: what is not told by then is told after the restart. */
    @Override
    public void stop() {
        running = false;
        wake();
        stopped.completeOnTimeout(null, LONGEST_STOP.toMillis() / 4, TimeUnit.MILLISECONDS)
                .join();
        if (!awaitDeliveries(LONGEST_STOP.multipliedBy(3).dividedBy(4))) {
            log.warn("outbox stopped underWay={}", AT_ONCE - free.availablePermits());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before the endpoint takes turns, stopped after its turns have ended. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
