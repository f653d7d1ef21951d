package io.beadle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.mongo.StoredDesks;
import io.beadle.notification.mongo.StoredNotices;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;

class OutboxHealthIndicatorTests {
    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Incidents incidents = StoredIncidents.in(mongo).incidents();
    private final Desks desks = StoredDesks.in(mongo);
    private final OutboxHealthIndicator indicator = new OutboxHealthIndicator(
            incidents,
            StoredNotices.in(mongo),
            desks,
            TestCards.bundled().content().routes(),
            () -> SomeIncidents.NOON);

    @Test
    void isDegradedWithoutADeskAndCountsWhatWaits() {
        report();
        Health health = indicator.health();
        assertThat(health.getStatus()).isEqualTo(OutboxHealthIndicator.DEGRADED);
        assertThat(health.getDetails())
                .containsEntry("desks", 0)
                .containsEntry("waiting", 1L)
                .containsEntry("stuck", 0L);
    }

    @Test
    void isDegradedWhileAnAlertIsRefusedAgainAndAgain() {
        desks.set(new Desk("desk", SomeIncidents.ALEX, SomeIncidents.NOON));
        Incident incident = report();
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        for (int attempt = 0; attempt < 4; attempt++) {
            Instant now = SomeIncidents.NOON.plusSeconds(attempt * 60L);
            incident = incidents
                    .change(
                            incident.reference(),
                            i -> i.claim(i.outbox().getFirst(), "claim", now, Duration.ofSeconds(60)))
                    .orElseThrow();
        }
        assertThat(indicator.health().getStatus()).isEqualTo(OutboxHealthIndicator.DEGRADED);
    }

    private Incident report() {
        return incidents.report("draft", 2026, SomeIncidents::lostPhone);
    }
}
