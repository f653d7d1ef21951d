package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftExpiryTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");

    private final Drafts drafts = StoredIncidents.in(SharedStore.newDatabase()).drafts();

    @Test
    void whatWasNotSentInAWeekIsDeleted() {
        Draft old = begin("old", NOW.minus(Duration.ofDays(7)).minusSeconds(1));
        Draft recent = begin("recent", NOW.minus(Duration.ofDays(7)).plusSeconds(1));

        assertThat(new DraftExpiry(drafts).sweep(NOW)).isOne();

        assertThat(drafts.find(old.id())).isEmpty();
        assertThat(drafts.find(recent.id())).isPresent();
    }

    private Draft begin(String id, Instant begun) {
        return drafts.begin(Draft.begin(id, new Person("person-" + id, ""), "lost-device", Map.of(), begun));
    }
}
