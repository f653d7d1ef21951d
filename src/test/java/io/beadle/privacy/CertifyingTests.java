package io.beadle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.Kept;
import io.beadle.mongo.SharedStore;
import io.beadle.privacy.mongo.StoredAudit;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One certificate a day and kind of what is deleted in bulk. */
class CertifyingTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Deletions deletions = StoredAudit.deletions(mongo);
    private final AuditLog audit = StoredAudit.in(mongo);
    private final Certifying certifying = new Certifying(deletions, audit);

    @Test
    void whatWasDeletedOnADayIsCertifiedOnceItIsOver() {
        deletions.add(Kept.DRAFTS, 2, NOON);
        deletions.add(Kept.DRAFTS, 3, NOON.plusSeconds(60));
        deletions.add(Kept.NOTICES, 1, NOON);
        deletions.add(Kept.ASKERS, 0, NOON);
        assertThat(certifying.sweep(Instant.parse("2026-11-22T00:59:59Z"))).isZero();
        assertThat(certifying.sweep(Instant.parse("2026-11-22T01:00:00Z"))).isEqualTo(2);
        assertThat(new Certificates(audit).bulk(9))
                .extracting(AuditLog.Entry::more)
                .containsExactlyInAnyOrder(
                        Map.of("rule", "drafts", "day", "2026-11-21", "count", "5"),
                        Map.of("rule", "notices", "day", "2026-11-21", "count", "1"));
        assertThat(certifying.sweep(Instant.parse("2026-11-22T02:00:00Z"))).isZero();
        assertThat(mongo.getCollection("deletions").countDocuments()).isZero();
        assertThat(audit.check()).isEmpty();
    }
}
