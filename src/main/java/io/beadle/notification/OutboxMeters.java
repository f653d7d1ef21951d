package io.beadle.notification;

import io.beadle.incident.Incidents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/** Figures of what waits to be told and of what was, all there from the start; {@code src/deploy/METRICS.md} lists them. */
@Component
final class OutboxMeters {
    private static final String DELIVERIES = "beadle.outbox.deliveries";

    private final Counter delivered;
    private final Counter refused;
    private final Counter failed;

    OutboxMeters(MeterRegistry meters, Incidents incidents, Notices notices, Desks desks) {
        delivered = meters.counter(DELIVERIES, "outcome", "delivered");
        refused = meters.counter(DELIVERIES, "outcome", "refused");
        failed = meters.counter(DELIVERIES, "outcome", "failed");
        gauge(meters, "beadle.outbox.waiting", () -> incidents.outboxWaiting(0) + notices.waitingForDesk(0));
        gauge(
                meters,
                "beadle.outbox.stuck",
                () -> incidents.outboxWaiting(OutboxHealthIndicator.STUCK)
                        + notices.waitingForDesk(OutboxHealthIndicator.STUCK));
        gauge(meters, "beadle.incidents.too.few.reached", incidents::tooFewReached);
        gauge(
                meters,
                "beadle.desks.lost",
                () -> desks.all().stream().filter(Desk::isLost).count());
    }

    void delivered() {
        delivered.increment();
    }

    /** Teams did not take it, and it is tried again. */
    void refused() {
        refused.increment();
    }

    /** Something broke here. */
    void failed() {
        failed.increment();
    }

    /** While the store is away there is no figure: none is not nothing. */
    private static void gauge(MeterRegistry meters, String name, DoubleSupplier figure) {
        Gauge.builder(name, () -> {
                    try {
                        return figure.getAsDouble();
                    } catch (RuntimeException e) {
                        return Double.NaN;
                    }
                })
                .register(meters);
    }
}
