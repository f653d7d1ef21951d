package io.beadle.selftest;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * What the last self-test found, under the name {@code selfTest}; none is begun for the health's sake. A failure needs a person and no
 * restart.
 */
@Component
final class SelfTestHealthIndicator implements HealthIndicator {
    private static final Status DEGRADED =
            new Status("DEGRADED", "The last self-test found something that does not work");

    private final SelfTest test;

    SelfTestHealthIndicator(SelfTest test) {
        this.test = test;
    }

    @Override
    public Health health() {
        SelfTest.Result last = test.last();
        if (last == null) {
            return Health.up().withDetail("tested", false).build();
        }
        return Health.status(last.state() == Finding.State.FAILED ? DEGRADED : Status.UP)
                .withDetail("tested", last.at())
                .withDetail("failed", names(last, Finding.State.FAILED))
                .withDetail("warning", names(last, Finding.State.WARNING))
                .build();
    }

    private static List<String> names(SelfTest.Result last, Finding.State state) {
        return last.in(state).stream().map(SelfTestText::id).distinct().toList();
    }
}
