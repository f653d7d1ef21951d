package io.beadle.notification;

import io.beadle.content.Duties;
import io.beadle.content.WorkingHours;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches what somebody has to do by a time: that two people acknowledge, and that reporters add what is missing. Each step
 * is a change of the incident, so that any number of instances take it once, and none is lost while all are down.
 */
@Component
class DutyClock {
    private static final int AT_ONCE = 100;
    private static final Logger log = LoggerFactory.getLogger(DutyClock.class);

    private final Incidents incidents;
    private final OutboxRelay relay;
    private final Duties.MissingFacts missing;
    private final WorkingHours hours;
    private final InstantSource clock;

    DutyClock(Incidents incidents, OutboxRelay relay, Duties duties, WorkingHours hours, InstantSource clock) {
        this.incidents = incidents;
        this.relay = relay;
        this.missing = duties.missingFacts();
        this.hours = hours;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void tick() {
        try {
            int moved = moveDue();
            if (moved > 0) {
                relay.wake();
                log.info("duties moved count={}", moved);
            }
        } catch (RuntimeException e) {
            log.warn("duties not looked at cause={}", e.getClass().getName());
        }
    }

    /** Takes the step that each due duty is at; how many incidents changed by it. */
    int moveDue() {
        Instant now = clock.instant();
        int moved = 0;
        for (Incident due : incidents.dutyDue(now, AT_ONCE)) {
            Optional<Incident> stored = incidents.change(due.reference(), incident -> move(incident, now));
            if (stored.filter(incident -> incident.version() > due.version()).isPresent()) {
                moved++;
            }
        }
        return moved;
    }

    private Incident move(Incident incident, Instant now) {
        return incident.lateToAcknowledge(now)
                .remindOfFacts(now, passed(incident, now))
                .passFacts(now);
    }

    /** Who is reminded late, because Beadle was down, has as long to answer as anybody. */
    private Instant passed(Incident incident, Instant reminded) {
        Instant byWork = hours.after(incident.report().reported(), missing.untilDesk());
        Duration answering = missing.untilReminder();
        return byWork.isBefore(reminded.plus(answering)) ? reminded.plus(answering) : byWork;
    }
}
