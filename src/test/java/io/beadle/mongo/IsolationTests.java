package io.beadle.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
        documents = store.plain(store.newDatabase().getDb().getName()).getCollection("documents");
    }

    @Test
    void whatIsMoreThanTheDriverTakesAtOnceComesInParts() {
        String text = "x".repeat(20_000);
        for (int from = 0; from < 3_000; from += 500) {
            documents.insertMany(IntStream.range(from, from + 500)
                    .mapToObj(id -> new Document("_id", id).append("text", text))
                    .toList());
        }
        assertThat(documents.find().into(new ArrayList<>())).hasSize(3_000);
        try (MongoCursor<Document> some = documents.find().iterator()) {
            assertThat(some.next()).containsEntry("_id", 0);
        }
        assertThat(documents.updateMany(new Document(), inc("n", 1)).getModifiedCount())
                .isEqualTo(3_000);
        assertThat(documents.deleteMany(new Document()).getDeletedCount()).isEqualTo(3_000);
    }

    @Test
    void noReaderSeesHalfAWrite() throws Exception {
        documents.insertOne(equalFields(0));
        AtomicInteger writing = new AtomicInteger(3);
        List<Future<?>> threads = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 3; writer++) {
                int base = 1_000 * writer;
                threads.add(executor.submit(() -> {
                    for (int n = base; n < base + 200; n++) {
                        Document update = equalFields(n);
                        update.remove("_id");
                        documents.updateOne(eq("_id", "one"), new Document("$set", update));
                    }
                    writing.decrementAndGet();
                }));
                threads.add(executor.submit(() -> {
                    while (writing.get() > 0) {
                        Document read = documents.find(eq("_id", "one")).first();
                        assertThat(Objects.requireNonNull(read).values()).hasSize(FIELDS + 1);
                        assertThat(read).isEqualTo(equalFields(read.getInteger("field0")));
                    }
                }));
            }
            for (Future<?> thread : threads) {
                thread.get();
            }
        }
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
        List<Callable<Long>> changes = Collections.nCopies(
                8,
                () -> documents
                        .updateOne(and(eq("_id", "one"), eq("version", 0)), inc("version", 1))
                        .getModifiedCount());
        long won = 0;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> change : executor.invokeAll(changes)) {
                won += change.get();
            }
        }
        assertThat(won).isOne();
    }
}
