package io.beadle.incident.mongo;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.incident.Custody;
import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceType;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.QuarantinedException;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.SomeIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.mongo.TestStore;
import io.beadle.privacy.TestCiphers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

class MongoEvidenceTests {
    private static final String PIECES = "evidence-content.chunks";

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Incidents incidents = new MongoIncidents(mongo);
    private final MongoEvidence files = new MongoEvidence(mongo, incidents, TestCiphers.contentCipher());

    @Test
    void keepsAFileAsItCame() {
        byte[] content = random(600_000);
        Evidence evidence = evidence("d1", "a");
        assertThat(files.keep("k1", evidence, content)).isTrue();
        report("d1");

        assertThat(files.of("d1")).containsExactly(evidence);
        assertThat(files.find(evidence.id())).contains(evidence);
        assertThat(bytes(evidence)).isEqualTo(content);
        assertThat(files.open("none")).isEmpty();
        assertThat(files.of("d2")).isEmpty();
    }

    @Test
    void theSameContentIsKeptOnceAReport() {
        assertThat(files.keep("k1", evidence("d1", "a"), random(10))).isTrue();
        assertThat(files.keep("k2", evidence("d1", "a"), random(10))).isFalse();
        assertThat(files.keep("k3", evidence("d2", "a"), random(10))).isTrue();
        assertThat(files.of("d1")).hasSize(1);
        assertThat(pieces()).isEqualTo(2);
    }

    @Test
    void anAttemptThatBrokeOffIsDoneAgain() {
        mongo.insert(
                new Document("files_id", "k1").append("n", 0).append("data", new org.bson.types.Binary(new byte[] {7})),
                PIECES);
        byte[] content = random(20);
        assertThat(files.keep("k1", evidence("d1", "a"), content)).isTrue();
        assertThat(files.keep("k1", evidence("d1", "a"), content)).isTrue();
        report("d1");
        assertThat(bytes(evidence("d1", "a"))).isEqualTo(content);
        assertThat(pieces()).isEqualTo(1);
    }

    @Test
    void nobodyOpensWhatIsInQuarantineOrWasNotSent() {
        Evidence evidence = evidence("d1", "a");
        files.keep("k1", evidence, random(10));
        assertThatThrownBy(() -> files.open(evidence.id())).isInstanceOf(QuarantinedException.class);

        Incident incident = report("d1");
        files.open(evidence.id()).ifPresentOrElse(MongoEvidenceTests::close, () -> {
            throw new AssertionError("not there");
        });
        incidents.change(
                incident.reference(),
                i -> new Custody(new Custody(i).kept(SomeFiles.photos(1, NOON), NOON)).quarantine(ALEX, NOON));
        assertThatThrownBy(() -> files.open(evidence.id())).isInstanceOf(QuarantinedException.class);

        incidents.change(incident.reference(), i -> new Custody(i).release(ALEX, NOON));
        files.open(evidence.id()).ifPresentOrElse(MongoEvidenceTests::close, () -> {
            throw new AssertionError("not there");
        });
    }

    @Test
    void nobodyOpensWhatAHeldAccountSentUntilItIsConfirmed() {
        Evidence evidence = SomeFiles.photo("d1", "a", REPORTER, NOON.plusSeconds(60));
        files.keep("k1", evidence, random(10));
        Incident incident = incidents.report(
                "d1",
                2026,
                reference ->
                        SomeIncidents.lostPhone(reference, "d1", REPORTER, NOON).flagged(Set.of(Incident.ACCOUNT)));
        assertThatThrownBy(() -> files.open(evidence.id())).isInstanceOf(QuarantinedException.class);
        incidents.change(incident.reference(), i -> i.confirmAccount(ALEX, NOON.plusSeconds(120)));
        assertThat(bytes(evidence)).hasSize(10);
    }

    @Test
    void knowsWhichReportsHaveYetToBeTold() {
        files.keep("k1", evidence("d1", "a"), random(10));
        files.keep("k2", evidence("d1", "b"), random(10));
        files.keep("k3", evidence("d2", "a"), random(10));
        assertThat(files.untold()).containsExactlyInAnyOrder("d1", "d2");
        files.told(files.of("d1"));
        assertThat(files.untold()).containsExactly("d2");
        files.keep("k4", evidence("d1", "c"), random(10));
        assertThat(files.untold()).containsExactlyInAnyOrder("d1", "d2");
        assertThat(files.reports()).containsExactlyInAnyOrder("d1", "d2");
    }

    @Test
    void deletingLeavesNothing() {
        files.keep("k1", evidence("d1", "a"), random(600_000));
        files.keep("k2", evidence("d1", "b"), random(10));
        files.keep("k3", evidence("d2", "a"), random(10));
        assertThat(files.deleteOf("d1")).isEqualTo(2);
        assertThat(files.deleteOf("d1")).isZero();
        assertThat(files.of("d1")).isEmpty();
        assertThat(pieces()).isEqualTo(1);
        assertThat(mongo.count(new Query(), "evidence-content.files")).isEqualTo(1);
    }

    @Test
    void outlivesTheProcess(@TempDir Path folder) throws IOException {
        byte[] content = random(700_000);
        Evidence evidence = evidence("d1", "a");
        try (TestStore store = TestStore.in(folder)) {
            MongoTemplate database = store.database("kept");
            new MongoEvidence(database, new MongoIncidents(database), TestCiphers.contentCipher())
                    .keep("k1", evidence, content);
        }
        try (TestStore store = TestStore.in(folder)) {
            MongoTemplate database = store.database("kept");
            Incidents again = new MongoIncidents(database);
            again.report("d1", 2026, reference -> SomeIncidents.lostPhone(reference, "d1", REPORTER, NOON));
            try (InputStream kept = new MongoEvidence(database, again, TestCiphers.contentCipher())
                    .open(evidence.id())
                    .orElseThrow()) {
                assertThat(kept.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    void saysNothingOfAFileButItsTypeAndSize() {
        assertThat(evidence("d1", "a").toString()).isEqualTo("Evidence[PNG, 10]");
    }

    private Incident report(String draft) {
        return incidents.report(draft, 2026, reference -> SomeIncidents.lostPhone(reference, draft, REPORTER, NOON));
    }

    private byte[] bytes(Evidence evidence) {
        try (InputStream kept = files.open(evidence.id()).orElseThrow()) {
            return kept.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(InputStream stream) {
        try (stream) {
            assertThat(stream.readAllBytes()).isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pieces() {
        return mongo.count(new Query(), PIECES);
    }

    private static Evidence evidence(String report, String sha256) {
        return new Evidence(
                report + "-" + sha256, report, REPORTER, "photo.png", "png", EvidenceType.PNG, 10, sha256, NOON);
    }

    private static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
