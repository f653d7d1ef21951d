package io.beadle.knowledge.index;

import io.beadle.knowledge.KnowledgeStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * What the answers are made from, under the name {@code knowledge}. A document that cannot be read needs a person and no
 * restart: it is degraded, and answers HTTP 200.
 */
@Component
class KnowledgeHealthIndicator implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED", "Not all policies are answered from as they are now");

    private final LiveIndex index;

    KnowledgeHealthIndicator(LiveIndex index) {
        this.index = index;
    }

    /** Waits for nothing. */
    @Override
    public Health health() {
        return index.now()
                .map(KnowledgeHealthIndicator::of)
                .orElseGet(
                        () -> (index.hasFailed() ? Health.down() : Health.up().withDetail("building", true)).build());
    }

    private static Health of(KnowledgeStatus status) {
        return Health.status(status.problems().isEmpty() ? Status.UP : DEGRADED)
                .withDetail("version", status.version())
                .withDetail("indexed", status.indexed())
                .withDetail("documents", status.policies().size())
                .withDetail("passages", status.passages())
                .withDetail("building", status.building())
                .withDetail("problems", status.problems())
                .build();
    }
}
