package io.beadle.incident.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.Incidents;
import io.beadle.incident.IncidentsContract;
import io.beadle.incident.SomeIncidents;
import io.beadle.mongo.TestStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoIncidentsTests implements IncidentsContract {
    private static TestStore store;

    private MongoTemplate mongo;
    private Incidents incidents;

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
        incidents = new MongoIncidents(mongo, InstantSource.system());
    }

    @Override
    public Incidents incidents() {
        return incidents;
    }

    @Test
    void referencesGoOnAfterFourDigits() {
        mongo.insert(new Document("_id", "incidents-2026").append("last", 9_999), "counters");
        assertThat(report("a").reference()).isEqualTo("INC-2026-10000");
        assertThat(incidents.find("INC-2026-10000")).isPresent();
    }

    @Test
    void whatWasStoredBeforeThereWereDutiesByRuleIsReadAllTheSame() {
        String reference = report("a").reference();
        storeAnew(stored -> {
            List.of("desk", "exercise", "acts", "ledger").forEach(stored::remove);
            stored.put("duties", List.of(new Document("key", "FACTS").append("kind", "FACTS")));
        });
        assertThat(incidents.find(reference)).hasValueSatisfying(incident -> {
            assertThat(incident.desk()).isEqualTo(Incident.MAIN_DESK);
            assertThat(incident.exercise()).isFalse();
            assertThat(incident.duties()).isEmpty();
            assertThat(incident.ledger()).isEmpty();
        });
    }

    @Test
    void whatWasStoredBeforeItCouldBeSearchedForIsFoundAfterTheNextStart() {
        List<String> references = List.of(
                report("a").reference(),
                report("b").reference(),
                report("c").reference(),
                report("d").reference(),
                report("e").reference());
        incidents.change(references.get(1), incident -> incident.flagged(Set.of(CaseFile.RESTRICTED)));
        storeAnew(stored -> stored.remove("seek"));
        assertThat(found()).isEmpty();
        // one that is changed meanwhile has the newer one
        incidents.change(references.get(4), incident -> incident.flagged(Set.of("account")));

        SeekFilling filling = new SeekFilling(mongo, 2);
        assertThat(filling.sweep(Instant.EPOCH)).isEqualTo(4);
        assertThat(found())
                .as("in a channel, without what is restricted")
                .containsExactlyInAnyOrder(references.get(0), references.get(2), references.get(3), references.get(4));
        assertThat(incidents.find(references.get(0)).orElseThrow().version()).isZero();
        storeAnew(stored -> stored.remove("seek"));
        assertThat(filling.sweep(Instant.EPOCH)).as("once a start").isZero();
    }

    @Test
    void whatAnEarlierVersionStoredIsLookedAtUntilItIsFilledIn() {
        Incident held = report("a");
        incidents.change(held.reference(), incident -> incident.flagged(Set.of(Incident.ACCOUNT)));
        storeAnew(stored -> List.of("held", "register", "closed").forEach(stored.get("seek", Document.class)::remove));
        assertThat(incidents.heldAccounts()).containsExactly(SomeIncidents.REPORTER.id());
        assertThat(incidents.inRegister()).hasSize(1);

        assertThat(new SeekFilling(mongo, 2).sweep(Instant.EPOCH)).isEqualTo(1);
        assertThat(incidents.heldAccounts()).containsExactly(SomeIncidents.REPORTER.id());
        assertThat(incidents.inRegister()).isEmpty();
    }

    private void storeAnew(Consumer<Document> change) {
        mongo.findAll(Document.class, "incidents").forEach(stored -> {
            change.accept(stored);
            mongo.save(stored, "incidents");
        });
    }

    private List<String> found() {
        return incidents.found(IncidentQuery.of(IncidentQuery.State.OPEN), Instant.now(), 10).stream()
                .map(Incident::reference)
                .toList();
    }

    @Test
    void aReferenceIsNotGivenTwiceWhenTheCounterWasLost() {
        Incident first = report("a");
        mongo.dropCollection("counters");
        assertThat(report("b").reference()).isEqualTo("INC-2026-0002");
        assertThat(incidents.find("INC-2026-0001")).contains(first);
    }

    @Test
    void theStoredFormNamesNoJavaType() {
        report("a");
        assertThat(mongo.findAll(Document.class, "incidents"))
                .allSatisfy(document -> assertThat(document.toJson()).doesNotContain("_class", "io.beadle", "null"));
    }
}
