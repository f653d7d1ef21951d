package io.beadle.privacy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.content.BundledContent;
import io.beadle.content.Kept;
import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.mongo.StoredChains;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.privacy.AuditLog.What;
import io.beadle.privacy.mongo.StoredAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** The beginning of the instance's chain goes when its time is over, and what is left can still be checked. */
class AuditExpiryTests {
    private static final Instant BEGUN = Instant.parse("2020-01-01T09:00:00Z");
    private static final Duration KEPT = BundledContent.CONTENT.retention().of(Kept.AUDIT);
    private static final Duration MONTH = Duration.ofDays(30);

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final AuditLog audit = StoredAudit.in(mongo);
    private final Incidents incidents = StoredIncidents.in(mongo).incidents();
    private final IncidentChains chains = StoredChains.in(mongo);
    private final AuditCheck check = new AuditCheck(audit, chains);
    private final AuditExpiry expiry = new AuditExpiry(audit, check, chains, BundledContent.CONTENT.retention());

    @Test
    void withinAMonthAfterItsTimeWasOverItIsCutOffAndTheRestHolds() {
        read(BEGUN, BEGUN.plus(Duration.ofDays(1)), BEGUN.plus(Duration.ofDays(40)), BEGUN.plus(Duration.ofDays(50)));
        String first = headAfter(1);
        assertThat(expiry.sweep(BEGUN.plus(KEPT).plus(MONTH))).as("not yet").isZero();

        Instant cut = BEGUN.plus(KEPT).plus(Duration.ofDays(41));
        assertThat(expiry.sweep(cut)).isEqualTo(2);
        assertThat(audit.begins()).contains(BEGUN.plus(Duration.ofDays(40)));
        assertThat(check.check().broken()).isEmpty();
        assertThat(new Certificates(audit).bulk(9)).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo(What.CUT);
            assertThat(entry.more()).containsEntry("rule", "audit").containsEntry("count", "2");
        });
        assertThat(audit.had(first)).isFalse();
        assertThat(audit.isCut(first)).isTrue();
        assertThat(audit.isCut("4:x")).as("of what is left").isFalse();
        assertThat(expiry.sweep(cut)).isZero();

        read(cut.plus(Duration.ofDays(1)));
        assertThat(expiry.sweep(cut.plus(Duration.ofDays(365)))).as("the next").isPositive();
        assertThat(check.check().broken()).isEmpty();
    }

    @Test
    void theCertificatesOfThatTimeGoWithItAndIncidentsThatAreStillThereAreWitnessedAnew() {
        String reference = incidents.report("a", 2020, SomeIncidents::lostPhone).reference();
        StoredChains.witnessing(mongo).sweep(BEGUN);
        audit.add(What.PURGED, "INC-2019-0001", "", Map.of("rule", "other"), BEGUN);
        read(BEGUN.plusSeconds(1));
        expiry.sweep(BEGUN.plus(KEPT).plus(MONTH).plusSeconds(2));
        assertThat(new Certificates(audit).latest(9)).isEmpty();
        assertThat(check.check().broken()).isEmpty();
        mongo.remove(query(where("_id").is(reference)), "incidents");
        assertThat(check.check().broken()).containsExactly(new Break(reference, 0, Break.Kind.GONE));
    }

    @Test
    void whatWasAlteredIsEvidenceAndStaysWhole() {
        read(BEGUN, BEGUN.plusSeconds(1), BEGUN.plusSeconds(2));
        mongo.updateFirst(query(where("_id").is(2L)), Update.update("what", "SEARCHED"), "audit");
        assertThat(expiry.sweep(BEGUN.plus(KEPT).plus(MONTH).plusSeconds(3))).isZero();
        assertThat(audit.begins()).contains(BEGUN);
    }

    @Test
    void whatAnInterruptedCutLeftIsPassedOverAndGoesTheNextTime() {
        read(BEGUN, BEGUN.plusSeconds(1), BEGUN.plusSeconds(2));
        List<Document> before = mongo.findAll(Document.class, "audit");
        Instant cut = BEGUN.plus(KEPT).plus(MONTH).plusSeconds(3);
        expiry.sweep(cut);
        mongo.insert(before.get(1), "audit");
        assertThat(check.check().broken()).isEmpty();
        assertThat(expiry.sweep(cut.plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(mongo.count(query(where("_id").lte(2L)), "audit")).isZero();
        assertThat(check.check().broken()).isEmpty();
    }

    @Test
    void whoeverTakesAwayMoreOrSoonerIsFoundOut() {
        read(BEGUN, BEGUN.plusSeconds(1), BEGUN.plusSeconds(2), BEGUN.plusSeconds(3));
        mongo.remove(query(where("_id").lte(2L)), "audit");
        assertThat(check.check().broken()).containsExactly(new Break(Break.INSTANCE, 1, Break.Kind.GAP));
    }

    @Test
    void aCutOfWhatIsNotOldEnoughIsNone() {
        read(BEGUN, BEGUN.plusSeconds(1), BEGUN.plusSeconds(2));
        audit.cut(BEGUN.plus(Duration.ofDays(1)), BEGUN.plus(Duration.ofDays(365)));
        assertThat(check.check().broken()).containsExactly(new Break(Break.INSTANCE, 3, Break.Kind.CUT_OFF));
    }

    private void read(Instant... times) {
        for (Instant at : times) {
            audit.add(What.REGISTER_READ, "", "aad-priya-1", at);
        }
    }

    private String headAfter(long n) {
        return n + ":"
                + requireNonNull(mongo.findById(n, Document.class, "audit")).getString("hash");
    }
}
