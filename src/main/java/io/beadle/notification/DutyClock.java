package io.beadle.notification;

import io.beadle.content.Duties;
import io.beadle.content.WorkingHours;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Watches what somebody has to do by a time: that two people acknowledge, and that reporters add what is missing. Each step
 * is a change of the incident, so that any number of instances take it once, and none is lost while all are down.
 */
@Component
class DutyClock implements Sweep {
    private static final int AT_ONCE = 100;

    private final Incidents incidents;
    private final OutboxRelay relay;
    private final Duties.MissingFacts missing;
    private final WorkingHours hours;

    DutyClock(Incidents incidents, OutboxRelay relay, Duties duties, WorkingHours hours) {
        this.incidents = incidents;
        this.relay = relay;
        this.missing = duties.missingFacts();
        this.hours = hours;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    /** Takes the step that each due duty is at; how many incidents changed by it. */
    @Override
    public long sweep(Instant now) {
        long moved = 0;
        for (Incident due : incidents.dutyDue(now, AT_ONCE)) {
            Optional<Incident> stored = incidents.change(due.reference(), incident -> move(incident, now));
            if (stored.filter(incident -> incident.version() > due.version()).isPresent()) {
                moved++;
            }
        }
        if (moved > 0) {
            relay.wake();
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
