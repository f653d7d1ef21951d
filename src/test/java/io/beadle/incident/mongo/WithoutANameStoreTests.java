package io.beadle.incident.mongo;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.AnonymousToken;
import io.beadle.incident.CodeGuesses;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incident;
import io.beadle.incident.Report;
import io.beadle.incident.Reporter;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.SealedReporters.Sealed;
import io.beadle.incident.Severity;
import io.beadle.mongo.TestStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is stored where a report does not say who made it. */
class WithoutANameStoreTests {
    private static final Instant NOW = Instant.parse("2026-03-02T12:10:00Z");
    private static TestStore store;

    private MongoTemplate mongo;

    @BeforeAll
    static void start(@TempDir Path folder) {
        store = TestStore.in(folder);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void openDatabase() {
        mongo = store.newDatabase();
    }

    @Test
    void aSealedReporterIsFoundByTheReportAndTheirReportsByThem() {
        SealedReporters sealed = new MongoSealedReporters(mongo);
        Sealed reporter = new Sealed(REPORTER, new ReporterChat("29:r", "chat-r"));
        sealed.seal("draft-1", reporter);
        sealed.seal("draft-1", reporter);
        sealed.seal("draft-2", new Sealed(ALEX, null));

        assertThat(sealed.find("draft-1")).contains(reporter);
        assertThat(sealed.find("draft-2")).contains(new Sealed(ALEX, null));
        assertThat(sealed.find("draft-3")).isEmpty();
        assertThat(sealed.draftsOf(REPORTER.id())).containsExactly("draft-1");

        sealed.delete("draft-1");
        assertThat(sealed.drafts()).containsExactly("draft-2");
        assertThat(sealed.draftsOf(REPORTER.id())).isEmpty();
    }

    @Test
    void ofAnAnonymousReportADigestOfItsTokenIsStored() {
        AnonymousToken token = AnonymousToken.random(new SecureRandom());
        Drafts drafts = new MongoDrafts(mongo);
        Draft begun = drafts.begin(Draft.begin(token.id(), token.holder(), "policy-breach", Map.of(), NOW));
        Draft changed = drafts.replace(begun.at(1, NOW)).orElseThrow();
        assertThat(begun.id()).isEqualTo(token.id());
        assertThat(drafts.find(token.id())).contains(changed);
        assertThat(changed.reporter()).isEqualTo(token.holder());

        Report report = new Report(
                "policy-breach",
                "A policy was not followed",
                new Reporter.Anonymous(token.code().lookup(), "hash"),
                null,
                null,
                NOW,
                List.of());
        MongoIncidents incidents = new MongoIncidents(mongo, InstantSource.system());
        Incident incident = incidents.report(
                token.id(),
                2026,
                reference -> Incident.reported(reference, token.id(), report, Severity.LOW, Duration.ofHours(1)));
        assertThat(incidents.madeFrom(token.id())).contains(incident);
        assertThat(incidents.followedBy(token.code().lookup())).containsExactly(incident);
        assertThat(incident.report()).isEqualTo(report);
        assertThat(all()).contains("digest.").doesNotContain(token.id());

        drafts.delete(token.id());
        assertThat(drafts.find(token.id())).isEmpty();
    }

    @Test
    void theIncidentOfAConfidentialReportSaysSoAndNoMore() {
        Report report = new Report("x", "X", new Reporter.Sealed(), null, null, NOW, List.of());
        MongoIncidents incidents = new MongoIncidents(mongo, InstantSource.system());
        Incident incident = incidents.report(
                "draft-1",
                2026,
                reference -> Incident.reported(reference, "draft-1", report, Severity.LOW, Duration.ofHours(1)));
        assertThat(incidents.find(incident.reference()).orElseThrow().report()).isEqualTo(report);
        assertThat(incidents.reportedBy(REPORTER.id(), 5)).isEmpty();
    }

    @Test
    void fiveWrongTriesAnHourAndCodeAreCountedAndForgottenWithTheHour() {
        MongoCodeGuesses guesses = new MongoCodeGuesses(mongo);
        for (int i = 0; i < CodeGuesses.MOST; i++) {
            assertThat(guesses.take("ABCDEFGH", NOW)).isTrue();
        }
        assertThat(guesses.take("ABCDEFGH", NOW)).isFalse();
        assertThat(guesses.take("JKLMNPQR", NOW)).isTrue();
        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(guesses.take("ABCDEFGH", later)).isTrue();
        assertThat(guesses.sweep(later)).isEqualTo(2);
        assertThat(guesses.sweep(later)).isZero();
    }

    @Test
    void aRightTryDoesNotCount() {
        MongoCodeGuesses guesses = new MongoCodeGuesses(mongo);
        for (int i = 0; i < 3 * CodeGuesses.MOST; i++) {
            assertThat(guesses.take("ABCDEFGH", NOW)).isTrue();
            guesses.giveBack("ABCDEFGH", NOW);
        }
    }

    private String all() {
        StringBuilder all = new StringBuilder();
        for (String collection : mongo.getCollectionNames()) {
            mongo.findAll(Document.class, collection).forEach(document -> all.append(document.toJson()));
        }
        return all.toString();
    }
}
