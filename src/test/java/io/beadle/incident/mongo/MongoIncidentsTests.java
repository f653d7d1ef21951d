package io.beadle.incident.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.IncidentsContract;
import io.beadle.mongo.TestStore;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

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
        incidents = new MongoIncidents(mongo);
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
        mongo.updateFirst(
                query(where("_id").is(reference)),
                new Update()
                        .unset("desk")
                        .unset("exercise")
                        .unset("acts")
                        .unset("ledger")
                        .set("duties", List.of(new Document("key", "FACTS").append("kind", "FACTS"))),
                "incidents");
        assertThat(incidents.find(reference)).hasValueSatisfying(incident -> {
            assertThat(incident.desk()).isEqualTo(Incident.MAIN_DESK);
            assertThat(incident.exercise()).isFalse();
            assertThat(incident.duties()).isEmpty();
            assertThat(incident.ledger()).isEmpty();
        });
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
