package io.beadle.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process under load: what was acknowledged is there afterwards, and nothing is there by half. */
class DurabilityTests {
    private static final int ROUNDS = 4;
    private static final int WRITERS = 24;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 500;
    private static final int ABSENT = -1;

    /** Each document's version, {@link #ABSENT} when deleted: what was last acknowledged, and what was tried since. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final Map<String, Integer> tried = new ConcurrentHashMap<>();

    @BeforeAll
    static void beQuiet() {
        TestStore.quietly();
    }

    @Test
    void whatWasAcknowledgedSurvivesTheKillingOfTheProcess(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("store.mv");
        for (int round = 0; round < ROUNDS; round++) {
            KillableStore store = KillableStore.start(file);
            try (MongoClient client = store.client()) {
                check(documents(client));
                killUnderLoad(store, documents(client), "round" + round);
            }
        }
        try (TestStore store = TestStore.in(folder)) {
            check(store.plain("test").getCollection("documents"));
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 100);
        }
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        MongoCollection<Document> documents = client.getDatabase("test").getCollection("documents");
        documents.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        return documents;
    }

    private void killUnderLoad(KillableStore store, MongoCollection<Document> documents, String round)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = round + "-" + writer + "-";
            writers.add(Thread.startVirtualThread(() -> write(documents, name, enough)));
        }
        enough.await();
        store.kill();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** Inserts, changes by version and deletes until the store is gone. */
    private void write(MongoCollection<Document> documents, String name, CountDownLatch enough) {
        try {
            for (int n = 0; ; n++) {
                String id = name + n;
                tried.put(id, 0);
                documents.insertOne(document(id, 0));
                acknowledge(id, 0, enough);
                for (int version = 1; version <= 3; version++) {
                    tried.put(id, version);
                    assertThat(documents
                                    .replaceOne(and(eq("_id", id), eq("version", version - 1)), document(id, version))
                                    .getModifiedCount())
                            .isOne();
                    acknowledge(id, version, enough);
                }
                if (n % 3 == 0) {
                    tried.put(id, ABSENT);
                    documents.deleteOne(eq("_id", id));
                    acknowledge(id, ABSENT, enough);
                }
            }
        } catch (MongoException killed) {
            // the last thing tried has an unknown outcome
        }
    }

    private void acknowledge(String id, int version, CountDownLatch enough) {
        acknowledged.put(id, version);
        enough.countDown();
    }

    private static Document document(String id, int version) {
        return new Document("_id", id)
                .append("key", "key of " + id)
                .append("version", version)
                .append("text", "x".repeat(2_000))
                .append("same", version);
    }

    private void check(MongoCollection<Document> documents) {
        Map<String, Integer> stored = new ConcurrentHashMap<>();
        for (Document document : documents.find()) {
            String id = document.getString("_id");
            stored.put(id, document.getInteger("version"));
            assertThat(document).as("half a write").isEqualTo(document(id, document.getInteger("version")));
            assertThat(documents.countDocuments(eq("_id", id)))
                    .as("%s by its id", id)
                    .isOne();
            assertThat(documents.countDocuments(eq("key", document.getString("key"))))
                    .as("%s by its key", id)
                    .isOne();
        }
        List<String> lost = tried.keySet().stream()
                .filter(id -> !List.of(acknowledged.getOrDefault(id, ABSENT), tried.get(id))
                        .contains(stored.getOrDefault(id, ABSENT)))
                .toList();
        assertThat(lost).as("acknowledged, and not as acknowledged").isEmpty();
        assertThat(tried.keySet()).containsAll(stored.keySet());
        tried.forEach((id, version) -> acknowledged.put(id, stored.getOrDefault(id, ABSENT)));
        tried.putAll(acknowledged);
    }
}
