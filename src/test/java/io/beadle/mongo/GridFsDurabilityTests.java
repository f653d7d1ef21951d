package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GridFS on the embedded store: every file that was acknowledged is there, whole, after the process was killed. */
class GridFsDurabilityTests {
    private static final int BYTES = 700_000;
    private static final int FILES_BEFORE_THE_KILL = 30;

    private final List<String> acknowledged = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void beQuiet() {
        TestStore.quietly();
    }

    @Test
    void filesThatWereAcknowledgedSurviveTheKillingOfTheProcess(@TempDir Path folder) throws Exception {
        KillableStore store = KillableStore.start(folder.resolve("store.mv"));
        try (MongoClient client = store.client()) {
            GridFSBucket files = files(client);
            CountDownLatch enough = new CountDownLatch(FILES_BEFORE_THE_KILL);
            List<Thread> writers = List.of(writer(files, "a", enough), writer(files, "b", enough));
            enough.await();
            store.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        KillableStore again = KillableStore.start(folder.resolve("store.mv"));
        try (MongoClient client = again.client()) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(FILES_BEFORE_THE_KILL);
            for (String name : acknowledged) {
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                files(client).downloadToStream(new BsonString(name), kept);
                assertThat(kept.toByteArray()).as(name).isEqualTo(content(name));
            }
        } finally {
            again.kill();
        }
    }

    private Thread writer(GridFSBucket files, String prefix, CountDownLatch enough) {
        return Thread.startVirtualThread(() -> {
            try {
                for (int n = 0; ; n++) {
                    String name = prefix + n;
                    files.uploadFromStream(
                            new BsonString(name),
                            name,
                            new ByteArrayInputStream(content(name)),
                            new GridFSUploadOptions());
                    acknowledged.add(name);
                    enough.countDown();
                }
            } catch (MongoException killed) {
                // the last file has an unknown outcome
            }
        });
    }

    private static GridFSBucket files(MongoClient client) {
        return GridFSBuckets.create(client.getDatabase("test"), "files");
    }

    private static byte[] content(String name) {
        byte[] content = new byte[BYTES];
        new Random(name.hashCode()).nextBytes(content);
        return content;
    }
}
