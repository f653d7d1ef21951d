package io.beadle.notification;

import io.beadle.content.Routes;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether reports and questions reach the desk. What is degraded needs a person and no restart: it answers HTTP 200, or an orchestrator
 * would stop an instance that still takes reports. Its details are counts, and the names of desks that are lost.
 */
@Component
class OutboxHealthIndicator implements HealthIndicator {
    static final Status DEGRADED = new Status("DEGRADED", "Alerts do not reach the desk");

    static final int STUCK = OutboxMessage.STUCK;

    /** More incidents with somebody untold are not counted. */
    private static final int COUNTED = 100;

    private final Incidents incidents;
    private final Notices notices;
    private final Desks desks;
    private final Routes routes;
    private final InstantSource clock;

    OutboxHealthIndicator(Incidents incidents, Notices notices, Desks desks, Routes routes, InstantSource clock) {
        this.incidents = incidents;
        this.notices = notices;
        this.desks = desks;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public Health health() {
        List<Desk> chosen = desks.all().stream()
                .filter(desk -> routes.desk(desk.id()).isPresent())
                .toList();
        List<String> lost =
                chosen.stream().filter(Desk::isLost).map(Desk::id).sorted().toList();
        long stuck = waiting(STUCK);
        long tooFew = incidents.tooFewReached();
        boolean degraded = desks.current().isEmpty() || !lost.isEmpty() || stuck > 0 || tooFew > 0;
        return Health.status(degraded ? DEGRADED : Status.UP)
                .withDetail("desks", chosen.size() - lost.size())
                .withDetail("lost", lost)
                .withDetail("waiting", waiting(0))
                .withDetail("stuck", stuck)
                .withDetail("tooFewReached", tooFew)
                .withDetail("untoldForADay", untold())
                .withDetail("stuckIncidents", incidents.stuck(STUCK, COUNTED).size())
                .withDetail("stuckNotices", notices.stuck(STUCK, COUNTED).size())
                .build();
    }

    private int untold() {
        return incidents
                .undelivered(clock.instant().minus(Duration.ofDays(1)), COUNTED)
                .size();
    }

    private long waiting(int attempts) {
        return incidents.outboxWaiting(attempts) + notices.waitingForDesk(attempts);
    }
}
