package io.beadle.notification;

import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.teams.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Delivers what incidents have in their outbox. A message is claimed by a lease before it is sent, so that any number of
 * instances share one database, and what a dead instance had claimed is free again when its lease ends. What could not be
 * delivered is tried again, ever less often, and never given up.
 */
@Component
public final class OutboxRelay implements SmartLifecycle {
    /** Longer than a delivery with all its retries may take: see the rationale for the sum. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);
    private static final int AT_ONCE = 16;
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final Incidents incidents;
    private final DeskAlerts alerts;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean running;
    private CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

    OutboxRelay(Incidents incidents, DeskAlerts alerts, InstantSource clock) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Looks at the outbox now rather than at the next poll: something was just put there. */
    public void wake() {
        wake.release();
    }

    /**
     * Begins the delivery of what is due, each on a thread of its own and {@value #AT_ONCE} at a time: a slow one holds up
     * no other, and a new alert does not wait for it.
     *
     * @return how many were begun
     */
    int beginDue() {
        int places = free.availablePermits();
        if (places == 0 || !alerts.hasDesk()) {
            return 0;
        }
        int begun = 0;
        for (Incident incident : incidents.outboxDue(clock.instant(), places)) {
            Instant now = clock.instant();
            Optional<OutboxMessage> next = incident.nextMessage(now);
            if (next.isPresent() && begin(incident, next.get(), now)) {
                begun++;
            }
        }
        return begun;
    }

    /** Claims the message and lets it be delivered; false when another relay came first. */
    private boolean begin(Incident incident, OutboxMessage message, Instant now) {
        String claim = UUID.randomUUID().toString();
        Optional<Incident> claimed = incidents
                .change(incident.reference(), i -> i.claim(message, claim, now, LEASE))
                .filter(stored -> stored.holds(message, claim));
        claimed.ifPresent(stored -> {
            free.acquireUninterruptibly();
            Thread.ofVirtual().name("outbox-delivery").start(() -> {
                try {
                    deliver(stored, message, claim);
                } catch (RuntimeException e) {
                    log.error(
                            "outbox failed incident={} cause={} retryAfter={}",
                            stored.reference(),
                            e.getClass().getName(),
                            LEASE);
                } finally {
                    free.release();
                    wake();
                }
            });
        });
        return claimed.isPresent();
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

    private void deliver(Incident claimed, OutboxMessage message, String claim) {
        String reference = claimed.reference();
        DeskPost post;
        try {
            post = alerts.show(claimed);
        } catch (DeliveryException e) {
            Duration pause = pause(claimed, message);
            incidents.change(
                    reference, i -> i.retry(message, claim, clock.instant().plus(pause)));
            log.warn(
                    "outbox refused incident={} kind={} status={} code={} retryIn={}",
                    reference,
                    message.kind(),
                    e.status(),
                    e.code(),
                    pause);
            return;
        }
        boolean kept = incidents
                .change(reference, i -> i.delivered(message, claim, post, clock.instant()))
                .filter(stored -> post.equals(stored.deskPost()))
                .isPresent();
        if (kept) {
            log.info("outbox delivered incident={} kind={}", reference, message.kind());
        } else {
            takeBack(post, incidents.find(reference).orElse(claimed));
        }
    }

    private void takeBack(DeskPost post, Incident incident) {
        log.warn("outbox delivered late, after another relay incident={}", incident.reference());
        try {
            alerts.takeBack(post, incident);
        } catch (DeliveryException e) {
            log.warn(
                    "outbox second card not taken back incident={} status={} code={}",
                    incident.reference(),
                    e.status(),
                    e.code());
        }
    }

    /** Twice as long after each attempt. */
    private static Duration pause(Incident claimed, OutboxMessage message) {
        int attempts = claimed.outbox().stream()
                .filter(m -> m.key().equals(message.key()))
                .mapToInt(OutboxMessage::attempts)
                .findFirst()
                .orElse(1);
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : pause;
    }

    private void run() {
        warnOfNoDesk();
        while (running) {
            int begun = 0;
            try {
                begun = beginDue();
            } catch (RuntimeException e) {
                log.error("outbox unreadable cause={}", e.getClass().getName());
            }
            if (begun == 0) {
                await();
            }
        }
    }

    private void warnOfNoDesk() {
        try {
            if (!alerts.hasDesk()) {
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
