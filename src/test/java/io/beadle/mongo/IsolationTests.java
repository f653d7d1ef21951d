package io.beadle.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTests {
    private static final int FIELDS = 40;

    private static TestStore store;

    private MongoCollection<Document> documents;

    @BeforeAll
    static void start(@TempDir Path folder) {
        store = TestStore.in(folder);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void openCollection() {
        documents = store.newDatabase().getCollection("documents");
    }

    @Test
    void noReaderSeesHalfAWrite() throws Exception {
        documents.insertOne(equalFields(0));
        AtomicInteger torn = new AtomicInteger();
        AtomicInteger writing = new AtomicInteger(3);
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            int base = 1_000 * writer;
            threads.add(Thread.startVirtualThread(() -> {
                for (int n = base; n < base + 400; n++) {
                    int value = n;
                    documents.updateOne(
                            eq("_id", "one"),
                            combine(equalFields(n).keySet().stream()
                                    .filter(field -> !field.equals("_id"))
                                    .map(field -> set(field, value))
                                    .toList()));
                }
                writing.decrementAndGet();
            }));
            threads.add(Thread.startVirtualThread(() -> {
                while (writing.get() > 0) {
                    Document read = documents.find(eq("_id", "one")).first();
                    if (read == null || !read.equals(equalFields(read.getInteger("field0")))) {
                        torn.incrementAndGet();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(torn).hasValue(0);
    }

    private static Document equalFields(int value) {
        Document document = new Document("_id", "one");
        for (int field = 0; field < FIELDS; field++) {
            document.append("field" + field, value);
        }
        return document;
    }

    @Test
    void idAndOtherFieldsTogetherStillFilter() {
        documents.insertOne(new Document("_id", "one").append("version", 1L));
        documents.insertOne(new Document("_id", "two").append("version", 1L));

        assertThat(documents.countDocuments(and(eq("_id", "one"), eq("version", 1L))))
                .isOne();
        assertThat(documents.countDocuments(and(eq("_id", "one"), eq("version", 2L))))
                .isZero();
        assertThat(documents.countDocuments(and(eq("_id", "three"), eq("version", 1L))))
                .isZero();
        assertThat(documents.countDocuments(and(in("_id", "one", "two", "three"), eq("version", 1L))))
                .isEqualTo(2);
    }

    @Test
    void ofTwoChangesOfTheSameVersionOneWins() throws Exception {
        documents.insertOne(new Document("_id", "one").append("version", 0));
        AtomicInteger won = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            threads.add(Thread.startVirtualThread(() -> won.addAndGet((int) documents
                    .updateOne(and(eq("_id", "one"), eq("version", 0)), inc("version", 1))
                    .getModifiedCount())));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(won).hasValue(1);
    }
}
