package io.beadle.notification;

import io.beadle.incident.Incidents;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether reports and questions reach the desk. What is degraded needs a person and no restart: it answers HTTP 200, or an orchestrator
 * would stop an instance that still takes reports. Its details are counts alone.
 */
@Component
class OutboxHealthIndicator implements HealthIndicator {
    static final Status DEGRADED = new Status("DEGRADED", "Alerts do not reach the desk");

    /** As often as this within the first 35 seconds; what is refused that often does not pass by itself. */
    private static final int STUCK = 4;

    private final Incidents incidents;
    private final Notices notices;
    private final Desks desks;

    OutboxHealthIndicator(Incidents incidents, Notices notices, Desks desks) {
        this.incidents = incidents;
        this.notices = notices;
        this.desks = desks;
    }

    @Override
    public Health health() {
        int set = desks.current().isPresent() ? 1 : 0;
        long stuck = waiting(STUCK);
        return Health.status(set == 0 || stuck > 0 ? DEGRADED : Status.UP)
                .withDetail("desks", set)
                .withDetail("waiting", waiting(0))
                .withDetail("stuck", stuck)
                .build();
    }

    private long waiting(int attempts) {
        return incidents.outboxWaiting(attempts) + notices.waitingForDesk(attempts);
    }
}
