package io.beadle.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.bson.Document;

/**
 * Measures the embedded store; the figures are in RATIONALE.md. Run by hand, from the test class path, with the
 * number of documents and of seconds a measurement.
 */
final class StoreBenchmark {
    private final Path folder;
    private final int documents;
    private final long seconds;

    private StoreBenchmark(Path folder, int documents, long seconds) {
        this.folder = folder;
        this.documents = documents;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        TestStore.quietly();
        new StoreBenchmark(
                        Files.createTempDirectory("beadle-bench"), Integer.parseInt(args[0]), Long.parseLong(args[1]))
                .run();
    }

    private void run() throws Exception {
        try (EmbeddedMongo server = EmbeddedMongo.start(file(), 0);
                MongoClient client = MongoClients.create(server.connectionString(""))) {
            MongoCollection<Document> collection = client.getDatabase("bench").getCollection("documents");
            for (int writers : List.of(1, 1, 32, 256)) {
                writes(client.getDatabase("bench").getCollection("writes" + writers), writers);
            }
            for (int from = 0; from < documents; from += 1_000) {
                List<Document> batch = new ArrayList<>();
                for (int i = from; i < from + 1_000; i++) {
                    batch.add(document(i, 0));
                }
                collection.insertMany(batch);
            }
            time("find by _id", i -> collection.find(eq("_id", id(i))).first());
            time(
                    "replace by _id and version",
                    i -> collection.replaceOne(and(eq("_id", id(i)), eq("version", 0)), document(i, 1)));
            time(
                    "poll outboxDue",
                    i -> collection
                            .find(Filters.lte("outboxDue", 1))
                            .sort(Sorts.ascending("outboxDue"))
                            .limit(10)
                            .into(new ArrayList<>()));
            System.out.printf("file before replaces: %d MB%n", Files.size(file()) >> 20);
            int n = 0;
            long end = System.nanoTime() + 3 * seconds * 1_000_000_000L;
            while (System.nanoTime() < end) {
                int i = ThreadLocalRandom.current().nextInt(documents);
                collection.replaceOne(eq("_id", id(i)), document(i, 2));
                n++;
            }
            System.out.printf("file after %d more replaces: %d MB%n", n, Files.size(file()) >> 20);
        }
        System.out.printf("file after close: %d MB%n", Files.size(file()) >> 20);
        long begin = System.nanoTime();
        EmbeddedMongo.start(file(), 0).close();
        System.out.printf("open and close: %d ms%n", (System.nanoTime() - begin) / 1_000_000);
    }

    private Path file() {
        return folder.resolve("store.mv");
    }

    private void writes(MongoCollection<Document> collection, int writers) throws InterruptedException {
        AtomicLong acknowledged = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int base = writer * 1_000_000;
            threads.add(Thread.startVirtualThread(() -> {
                for (int i = base; System.nanoTime() < end; i++) {
                    collection.insertOne(document(i, 0));
                    acknowledged.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf("%d writers: %d acknowledged writes a second%n", writers, acknowledged.get() / seconds);
        collection.drop();
    }

    private void time(String what, IntConsumer call) throws IOException {
        long[] micros = new long[2_000];
        int runs = 0;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (; runs < micros.length && System.nanoTime() < end; runs++) {
            long begin = System.nanoTime();
            call.accept(ThreadLocalRandom.current().nextInt(documents));
            micros[runs] = (System.nanoTime() - begin) / 1_000;
        }
        long[] sorted = Arrays.copyOf(micros, runs);
        Arrays.sort(sorted);
        System.out.printf(
                "%s at %d documents: median %d µs, p99 %d µs (%d runs)%n",
                what, documents, sorted[runs / 2], sorted[runs * 99 / 100], runs);
    }

    private static String id(int i) {
        return "INC-2026-" + i;
    }

    private static Document document(int i, int version) {
        return new Document("_id", id(i)).append("version", version).append("text", "x".repeat(3_000));
    }
}
