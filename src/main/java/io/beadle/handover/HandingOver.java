package io.beadle.handover;

import io.beadle.incident.Act;
import io.beadle.incident.CaseFile;
import io.beadle.incident.HandOver;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.OutboxMessage.Kind;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands over what incidents have in their outbox for it, each under a lease. What was not taken is tried again, ever less
 * often, for two days; then, as with what will never be taken, the incident says that it was not handed over.
 */
@Component
class HandingOver implements Sweep {
    /** By webhook; the other way is by e-mail. */
    private static final String BY_WEBHOOK = "webhook";

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LAST_RETRY = Duration.ofHours(1);
    private static final int ATTEMPTS = 50;
    private static final int AT_ONCE = 20;
    private static final Logger log = LoggerFactory.getLogger(HandingOver.class);

    private final Incidents incidents;
    private final Webhook webhook;
    private final CaseMail mail;

    HandingOver(Incidents incidents, Webhook webhook, CaseMail mail) {
        this.incidents = incidents;
        this.webhook = webhook;
        this.mail = mail;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public long sweep(Instant now) {
        long done = 0;
        for (Incident incident : incidents.outboxDue(Kind.HAND_OVER, now, AT_ONCE)) {
            Optional<OutboxMessage> message = incident.nextMessage(Kind.HAND_OVER, now);
            if (message.isPresent()) {
                handOver(incident.reference(), message.get(), now);
                done++;
            }
        }
        return done;
    }

    private void handOver(String reference, OutboxMessage message, Instant now) {
        String claim = UUID.randomUUID().toString();
        Optional<Incident> claimed = incidents
                .change(reference, incident -> incident.claim(message, claim, now, LEASE))
                .filter(incident -> incident.holds(message, claim));
        if (claimed.isEmpty()) {
            return;
        }
        Incident incident = claimed.get();
        HandOver ours = new HandOver(message, claim);
        // it may have been restricted since: what was asked for before counts no longer (G30)
        Optional<Act> act = new CaseFile(incident).find(ours.act());
        if (act.isEmpty() || new CaseFile(incident).isRestricted() || incident.exercise()) {
            incidents.change(reference, i -> ours.refused(i, now));
            log.info("not handed over incident={} cause=restricted", reference);
            return;
        }
        CaseSystem system = act.get().value("to").equals(BY_WEBHOOK) ? webhook : mail;
        if (!system.isConfigured()) {
            incidents.change(reference, i -> ours.refused(i, now));
            log.warn("not handed over incident={} cause=notConfigured", reference);
            return;
        }
        send(incident, ours, system, message.attempts() + 1, now);
    }

    private void send(Incident incident, HandOver ours, CaseSystem system, int attempts, Instant now) {
        String reference = incident.reference();
        try {
            Optional<String> theirs = system.take(CaseSummary.of(incident), reference + "-" + ours.act());
            incidents.change(reference, i -> ours.taken(i, theirs, now));
            log.info("handed over incident={} referenceGiven={}", reference, theirs.isPresent());
        } catch (NotTakenException e) {
            if (e.isFinal() || attempts >= ATTEMPTS) {
                incidents.change(reference, i -> ours.refused(i, now));
                log.warn("not handed over incident={} attempts={} cause={}", reference, attempts, e.getMessage());
            } else {
                incidents.change(reference, i -> i.retry(ours.message(), ours.claim(), now.plus(pause(attempts))));
                log.warn("hand-over delayed incident={} attempts={} cause={}", reference, attempts, e.getMessage());
            }
        }
    }

    /** Twice as long after each attempt. */
    private static Duration pause(int attempts) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : pause;
    }
}
