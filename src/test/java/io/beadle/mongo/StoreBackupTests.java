package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreBackupTests {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final int WRITERS = 8;
    private static final int BACKUPS = 10;

    @TempDir
    private Path folder;

    @BeforeAll
    static void quietly() {
        TestStore.quietly();
    }

    /** Written to all the while, so that chunks are rewritten and the file's space would be used again. */
    @Test
    void eachCopyOfAStoreInUseHasAllThatWasAcknowledgedBeforeIt() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean going = new AtomicBoolean(true);
        long[] before = new long[BACKUPS];
        try (EmbeddedMongo store = EmbeddedMongo.start(data.resolve("store.mv"), 0);
                MongoClient client = MongoClients.create(store.connectionString("beadle"))) {
            MongoCollection<Document> incidents = client.getDatabase("beadle").getCollection("incidents");
            List<Thread> writers = IntStream.range(0, WRITERS)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> write(incidents, acknowledged, going)))
                    .toList();
            for (int i = 0; i < BACKUPS; i++) {
                long many = (i + 1) * 60L;
                await().until(() -> acknowledged.get() >= many);
                before[i] = acknowledged.get(); // numbered in a row: all of them are in
                StoreBackup.write(store, data, folder.resolve("copy" + i + ".zip"));
            }
            going.set(false);
            for (Thread writer : writers) {
                writer.join();
            }
        }
        assertThat(before[BACKUPS - 1]).isGreaterThan(before[0]);
        for (int i = 0; i < BACKUPS; i++) {
            Path restored = folder.resolve("restored" + i);
            StoreBackup.restore(folder.resolve("copy" + i + ".zip"), restored, NOW);
            long upTo = before[i];
            with(
                    restored,
                    incidents -> assertThat(LongStream.rangeClosed(1, upTo)
                                    .filter(n -> incidents
                                                    .find(new Document("_id", n))
                                                    .first()
                                            == null)
                                    .boxed())
                            .isEmpty());
        }
    }

    private static void write(MongoCollection<Document> incidents, AtomicLong acknowledged, AtomicBoolean going) {
        while (going.get()) {
            Document incident;
            synchronized (acknowledged) {
                incident = new Document("_id", acknowledged.get() + 1).append("text", "x".repeat(3_000));
                incidents.insertOne(incident);
                acknowledged.incrementAndGet();
            }
            incidents.updateOne(
                    new Document("_id", incident.getLong("_id")),
                    new Document("$set", new Document("text", "y".repeat(3_000))));
        }
    }

    @Test
    void whatWasThereIsKeptBesideAndTheOwnerAloneMayReadEither() throws IOException {
        Path data = store(folder.resolve("data"), 3);
        Files.createDirectories(data.resolve("versions/mobile"));
        Files.writeString(data.resolve("versions/mobile/1"), "clause");
        Files.writeString(data.resolve("policy-links.key"), "a key");
        Path zip = folder.resolve("copy.zip");
        assertThat(StoreBackup.write(data, zip)).isEqualTo(3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");

        Path other = store(folder.resolve("other"), 1);
        assertThat(StoreBackup.restore(zip, other, NOW)).isEqualTo(3);

        assertThat(names(other))
                .contains("store.mv", "store.mv.before-20261128-120000", "versions")
                .doesNotContain("policy-links.key")
                .noneMatch(name -> name.startsWith("restoring-") || name.startsWith("looking-"));
        assertThat(other.resolve("versions/mobile/1")).hasContent("clause");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other.resolve("store.mv"))))
                .isEqualTo("rw-------");
        with(other, incidents -> assertThat(incidents.countDocuments()).isEqualTo(3));
    }

    @Test
    void aStoreInUseIsNotRestoredOver() throws IOException {
        Path data = store(folder.resolve("data"), 1);
        Path zip = folder.resolve("copy.zip");
        StoreBackup.write(data, zip);
        try (EmbeddedMongo running = EmbeddedMongo.start(data.resolve("store.mv"), 0)) {
            assertThat(running.port()).isPositive();
            assertThatThrownBy(() -> StoreBackup.restore(zip, data, NOW)).hasMessageContaining("in use");
            assertThatThrownBy(() -> StoreBackup.write(data, folder.resolve("second.zip")))
                    .hasMessageContaining("in use");
        }
        with(data, incidents -> assertThat(incidents.countDocuments()).isEqualTo(1));
    }

    @Test
    void halfAFileChangesNothing() throws IOException {
        Path data = store(folder.resolve("data"), 2);
        Path zip = folder.resolve("copy.zip");
        StoreBackup.write(data, zip);
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> StoreBackup.restore(zip, data, NOW)).hasMessageContaining("no backup of Beadle's");
        with(data, incidents -> assertThat(incidents.countDocuments()).isEqualTo(2));
        assertThat(names(data)).containsExactly("store.mv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "versions/../../evil", "/tmp/evil", "beadle.key"})
    void nothingIsWrittenElsewhere(String name) throws IOException {
        Path zip = folder.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(1);
            out.closeEntry();
        }
        assertThatThrownBy(() -> StoreBackup.restore(zip, folder.resolve("data"), NOW))
                .isInstanceOf(EmbeddedMongoException.class);
        assertThat(names(folder)).containsExactlyInAnyOrder("evil.zip", "data");
        assertThat(names(folder.resolve("data"))).isEmpty();
    }

    private interface Look {
        void at(MongoCollection<Document> incidents);
    }

    private static void with(Path data, Look look) {
        try (EmbeddedMongo store = EmbeddedMongo.start(data.resolve("store.mv"), 0);
                MongoClient client = MongoClients.create(store.connectionString("beadle"))) {
            look.at(client.getDatabase("beadle").getCollection("incidents"));
        }
    }

    private static Path store(Path data, int incidents) {
        with(
                data,
                collection -> IntStream.range(0, incidents).forEach(i -> collection.insertOne(new Document("_id", i))));
        return data;
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
