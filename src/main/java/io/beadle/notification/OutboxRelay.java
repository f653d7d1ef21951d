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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    /** Longer than a delivery with all its retries may take. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);
    private static final int AT_ONCE = 16;
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final Incidents incidents;
    private final DeskAlerts alerts;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
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
     * Delivers what is due, up to {@value #AT_ONCE} messages side by side, so that one slow channel holds up no other.
     *
     * @return how many messages were taken
     */
    int deliverDue() {
        if (!alerts.hasDesk()) {
            return 0;
        }
        AtomicInteger taken = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            incidents
                    .outboxDue(clock.instant(), AT_ONCE)
                    .forEach(incident -> threads.execute(() -> {
                        if (take(incident)) {
                            taken.incrementAndGet();
                        }
                    }));
        }
        return taken.get();
    }

    /** Claims the incident's next message and delivers it; false when another relay came first. */
    private boolean take(Incident incident) {
        String claim = UUID.randomUUID().toString();
        Instant now = clock.instant();
        OutboxMessage message = incident.nextMessage(now).orElseThrow();
        try {
            Optional<Incident> claimed = incidents
                    .change(incident.reference(), i -> i.claim(message, claim, now, LEASE))
                    .filter(stored -> stored.holds(message, claim));
            claimed.ifPresent(stored -> deliver(stored, message, claim));
            return claimed.isPresent();
        } catch (RuntimeException e) {
            log.error(
                    "outbox failed incident={} cause={} retryAfter={}",
                    incident.reference(),
                    e.getClass().getName(),
                    LEASE);
            return false;
        }
    }

    private void deliver(Incident claimed, OutboxMessage message, String claim) {
        String reference = claimed.reference();
        try {
            DeskPost post = alerts.show(claimed);
            boolean kept = incidents
                    .change(reference, i -> i.delivered(message, claim, post, clock.instant()))
                    .filter(stored -> post.equals(stored.deskPost()))
                    .isPresent();
            if (kept) {
                log.info("outbox delivered incident={} kind={}", reference, message.kind());
            } else {
                log.warn("outbox delivered late, after another relay incident={}", reference);
                alerts.takeBack(post, incidents.find(reference).orElse(claimed));
            }
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
        while (running) {
            int tried = 0;
            try {
                tried = deliverDue();
            } catch (RuntimeException e) {
                log.error("outbox unreadable cause={}", e.getClass().getName());
            }
            if (tried == 0) {
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
        CompletableFuture<Void> end = new CompletableFuture<>();
        stopped = end;
        Thread.ofVirtual().name("outbox-relay").start(() -> {
            run();
            end.complete(null);
        });
    }

    /** Waits for the deliveries under way. */
    @Override
    public void stop() {
        running = false;
        wake();
        stopped.orTimeout(30, TimeUnit.SECONDS).exceptionally(late -> null).join();
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
