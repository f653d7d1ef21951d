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
    /** Of a wave thousands are due at the same time; the severest come first. */
    private static final int AT_ONCE = 500;

    private static final Logger log = LoggerFactory.getLogger(DutyClock.class);

    private final Incidents incidents;
    private final Obligations obligations;

    DutyClock(Incidents incidents, Obligations obligations) {
        this.incidents = incidents;
        this.obligations = obligations;
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
        return due.values().stream().filter(incident -> move(incident, now)).count();
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
