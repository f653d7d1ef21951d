package io.beadle.incident.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.FactsAsked;
import io.beadle.incident.FactsAsked.Asked;
import io.beadle.incident.Readings;
import io.beadle.incident.Readings.Reading;
import io.beadle.mongo.SharedStore;
import io.beadle.privacy.mongo.StoredAudit;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who opened what, and who is being asked what, as they are stored. */
class AuditedReadingsTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Readings readings = new AuditedReadings(StoredAudit.in(mongo));
    private final FactsAsked facts = new MongoFactsAsked(mongo);

    @Test
    void everyReadingOfAnIncidentIsKeptInTheOrderOfTime() {
        Reading second = new Reading("INC-2026-0001", "alex", NOON.plusSeconds(60));
        Reading first = new Reading("INC-2026-0001", "blake", NOON);
        readings.add(second);
        readings.add(first);
        readings.add(first);
        readings.add(new Reading("INC-2026-0002", "alex", NOON));
        assertThat(readings.of("INC-2026-0001")).containsExactly(first, first, second);
        assertThat(readings.of("INC-2026-0003")).isEmpty();
    }

    @Test
    void ofWhatSomebodyWasAskedTheLastIsKept() {
        facts.put(new Asked("pat", "INC-2026-0001", "where", NOON));
        Asked last = new Asked("pat", "INC-2026-0002", "contact", NOON.plusSeconds(5));
        facts.put(last);
        facts.put(new Asked("jo", "INC-2026-0001", "where", NOON));
        assertThat(facts.of("pat")).contains(last);
        facts.forget("pat");
        assertThat(facts.of("pat")).isEmpty();
        assertThat(facts.of("jo")).isPresent();
    }

    @Test
    void whatWasAskedLongAgoIsForgotten() {
        facts.put(new Asked("pat", "INC-2026-0001", "where", NOON));
        Asked later = new Asked("jo", "INC-2026-0001", "where", NOON.plusSeconds(1));
        facts.put(later);
        assertThat(facts.forgetBefore(NOON)).isZero();
        assertThat(facts.forgetBefore(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(facts.of("pat")).isEmpty();
        assertThat(facts.of("jo")).contains(later);
    }
}
