package io.beadle.notification;

import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Obligations;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Watches what somebody has to do by a time, and whether somebody holds by now a role that nobody held. Each step is a change
 * of the incident, so that any number of instances take it once, and none is lost while all are down.
 */
@Component
class DutyClock implements Sweep {
    private static final int AT_ONCE = 100;
    private static final Logger log = LoggerFactory.getLogger(DutyClock.class);

    private final Incidents incidents;
    private final Obligations obligations;
    private final OutboxRelay relay;

    DutyClock(Incidents incidents, Obligations obligations, OutboxRelay relay) {
        this.incidents = incidents;
        this.obligations = obligations;
        this.relay = relay;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    /** Takes the steps that are due; how many incidents changed by it. */
    @Override
    public long sweep(Instant now) {
        Map<String, Incident> due = new LinkedHashMap<>();
        incidents.dutyDue(now, AT_ONCE).forEach(incident -> due.put(incident.reference(), incident));
        incidents.unheld(AT_ONCE).forEach(incident -> due.putIfAbsent(incident.reference(), incident));
        long moved =
                due.values().stream().filter(incident -> move(incident, now)).count();
        if (moved > 0) {
            relay.wake();
        }
        return moved;
    }

    /** One that cannot be moved holds up no other; it is logged by its class alone, as the message may quote a report. */
    private boolean move(Incident incident, Instant now) {
        try {
            return incidents
                    .change(incident.reference(), stands -> obligations.settle(stands, now))
                    .filter(changed -> changed.version() > incident.version())
                    .isPresent();
        } catch (RuntimeException e) {
            log.error(
                    "duties not seen to incident={} cause={}",
                    incident.reference(),
                    e.getClass().getName());
            return false;
        }
    }
}
