package io.beadle.bot.register;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.BLAKE;
import static io.beadle.incident.SomeIncidents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.BundledContent;
import io.beadle.incident.Answer;
import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceType;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Keeping;
import io.beadle.incident.Readings;
import io.beadle.incident.Report;
import io.beadle.incident.Reporter;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.mongo.StoredChains;
import io.beadle.incident.mongo.StoredEvidence;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.notification.mongo.StoredCards;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.privacy.AuditCheck;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.AuditLog.What;
import io.beadle.privacy.Certificates;
import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.register.CustodyLog;
import io.beadle.register.Opening;
import io.beadle.register.mongo.StoredCustody;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is deleted when its time is over, and what is left of it. */
class PurgingTests {
    private static final Person ROWAN = new Person("aad-rowan-1", "Rowan Pike");
    private static final String SECRET = "Left on the 47 bus";
    private static final Instant OVER = NOON.plus(Duration.ofDays(366));

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final StoredIncidents stored = StoredIncidents.in(mongo);
    private final Incidents incidents = stored.incidents();
    private final AuditLog audit = StoredAudit.in(mongo);
    private final StoredEvidence evidence = StoredEvidence.in(mongo, incidents);
    private final CustodyLog custody = StoredCustody.in(mongo);
    private final Notices notices = StoredNotices.in(mongo);
    private final Sweep witnessing = StoredChains.witnessing(mongo);
    private final AuditCheck check = new AuditCheck(audit, StoredChains.in(mongo));
    private final Purging purging = new Purging(
            incidents,
            new Keeping(BundledContent.CONTENT.retention()),
            evidence.files(),
            evidence.waiting(),
            stored.sealed(),
            StoredCards.in(mongo),
            notices,
            custody,
            audit);

    @Test
    void everythingOfItIsGoneButTheCertificateAndTheChainsHold() {
        Incident incident = closed("a");
        keep(incident);
        custody.add(new Opening("o1", incident.reference(), "e1", ALEX, NOON, Opening.Purpose.OPENED, SECRET, true));
        stored.readings().add(new Readings.Reading(incident.reference(), ALEX.id(), NOON));
        stored.sealed().seal(incident.draft(), new SealedReporters.Sealed(ROWAN, null));
        witnessing.sweep(NOON);
        assertThat(everything()).contains(SECRET, ROWAN.name(), "holiday.jpg");

        assertThat(purging.sweep(OVER.minus(Duration.ofDays(2)))).isZero();
        assertThat(purging.sweep(OVER)).isEqualTo(1);

        assertThat(incidents.find(incident.reference())).isEmpty();
        assertThat(everything())
                .doesNotContain(SECRET, ROWAN.name(), ROWAN.id(), "holiday.jpg", ALEX.id(), ALEX.name());
        assertThat(new Certificates(audit).latest(10)).singleElement().satisfies(entry -> {
            assertThat(entry.about()).isEqualTo(incident.reference());
            assertThat(entry.at()).isEqualTo(OVER);
            assertThat(entry.more()).containsEntry("rule", "not-an-incident").containsEntry("files", "1");
        });
        assertThat(check.check().broken()).isEmpty();
        assertThat(purging.sweep(OVER)).isZero();
    }

    @Test
    void theNoticesOfItGoWithItAndNoOthers() {
        Incident incident = closed("a");
        String reference = incident.reference();
        List.of(
                        "warning-" + reference + "-w1-" + UUID.randomUUID(),
                        "message-report-" + reference,
                        "drill:" + reference,
                        "draft-a-expiry",
                        "file-a-f1-kept")
                .forEach(this::tell);
        List.of("warning-" + reference + "1-w1-x", "draft-ab-expiry", "question-q1")
                .forEach(this::tell);
        assertThat(purging.sweep(OVER)).isEqualTo(1);
        assertThat(mongo.findAll(Document.class, "notices"))
                .extracting(notice -> notice.getString("_id"))
                .containsExactlyInAnyOrder("warning-" + reference + "1-w1-x", "draft-ab-expiry", "question-q1");
        assertThat(new Certificates(audit).latest(1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.more()).containsEntry("notices", "5"));
    }

    private void tell(String key) {
        Notice.To.Somebody rowan = new Notice.To.Somebody("29:rowan", "chat", "chat");
        notices.put(Notice.toPerson(key, rowan, Message.text("Told"), NOON));
    }

    @Test
    void whatAnInterruptedPurgeLeftIsTakenAwayByItsCertificate() {
        Incident incident = closed("a");
        keep(incident);
        custody.add(new Opening("o1", incident.reference(), "e1", ALEX, NOON, Opening.Purpose.OPENED, SECRET, true));
        audit.add(What.PURGED, incident.reference(), "", Map.of("rule", "other", "draft", incident.draft()), OVER);
        incidents.delete(incident);
        purging.sweep(OVER);
        assertThat(everything()).doesNotContain(SECRET, "holiday.jpg");
        assertThat(check.check().broken()).isEmpty();
    }

    @Test
    void whatIsOpenOrNotDueStays() {
        incidents.report("a", 2026, reference -> incident(reference, "a", Severity.LOW));
        closed("b");
        assertThat(purging.sweep(NOON.plus(Duration.ofDays(300)))).isZero();
        assertThat(new Certificates(audit).latest(10)).isEmpty();
        assertThat(purging.sweep(OVER)).isEqualTo(1);
        assertThat(incidents.find("INC-2026-0001")).isPresent();
    }

    @Test
    void manyGoInBatches() {
        IntStream.range(0, Purging.BATCH + 3).forEach(i -> closed("d" + i));
        assertThat(purging.sweep(OVER)).isEqualTo(Purging.BATCH);
        assertThat(purging.sweep(OVER)).isEqualTo(3);
    }

    @Test
    void aCertificateOfWhatChangedAtThatMomentDoesNotHold() {
        audit.add(What.PURGED, "INC-2026-0001", "", OVER);
        audit.add(What.NOT_PURGED, "INC-2026-0001", "", OVER);
        assertThat(new Certificates(audit).latest(10)).isEmpty();
        audit.add(What.PURGED, "INC-2026-0001", "", OVER.plusSeconds(1));
        assertThat(new Certificates(audit).latest(10)).hasSize(1);
    }

    private Incident closed(String draft) {
        Incident incident = incidents.report(draft, 2026, reference -> incident(reference, draft, Severity.LOW));
        return incidents
                .change(
                        incident.reference(),
                        i -> i.acknowledge(ALEX, NOON).acknowledge(BLAKE, NOON).close("no-incident", ALEX, NOON))
                .orElseThrow();
    }

    private static Incident incident(String reference, String draft, Severity severity) {
        Report report = new Report(
                "lost-device",
                "Lost device",
                new Reporter.Named(ROWAN),
                null,
                null,
                NOON,
                List.of(
                        new Answer("what", "What?", SECRET, SECRET, false),
                        new Answer("personal-data", "Personal data?", "no", "No", true)));
        return Incident.reported(reference, draft, report, severity, NOON);
    }

    private void keep(Incident incident) {
        evidence.files()
                .keep(
                        "k-" + incident.draft(),
                        new Evidence(
                                "e-" + incident.draft(),
                                incident.draft(),
                                ROWAN,
                                "holiday.jpg",
                                "jpg",
                                EvidenceType.JPEG,
                                SomeFiles.JPEG.length,
                                "0",
                                NOON),
                        SomeFiles.JPEG);
    }

    private String everything() {
        StringBuilder all = new StringBuilder();
        mongo.getCollectionNames()
                .forEach(
                        name -> mongo.findAll(Document.class, name).forEach(document -> all.append(document.toJson())));
        return all.toString();
    }
}
