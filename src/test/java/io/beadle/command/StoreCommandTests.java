package io.beadle.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTests {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void servesSeveralUntilItIsStoppedAndKeepsWhatTheyStored() throws Exception {
        try (Running running = new Running();
                MongoClient one = MongoClients.create(running.uri());
                MongoClient another = MongoClients.create(running.uri())) {
            one.getDatabase("beadle").getCollection("c").insertOne(new Document("_id", 1));
            assertThat(another.getDatabase("beadle").getCollection("c").countDocuments())
                    .isOne();
        }
        out.reset();
        try (Running again = new Running();
                MongoClient client = MongoClients.create(again.uri())) {
            assertThat(client.getDatabase("beadle").getCollection("c").countDocuments())
                    .isOne();
        }
    }

    @Test
    void aPortThatIsNoneAndAStoreInUseAreRefused() throws Exception {
        assertThat(run("--port=many")).isEqualTo(64);
        assertThat(err.toString(UTF_8)).contains("Usage: beadle store");
        try (Running running = new Running()) {
            assertThat(running.uri()).contains("127.0.0.1");
            assertThat(run("--port=0", "--beadle.data-dir=" + folder)).isOne();
            assertThat(err.toString(UTF_8)).contains("in use by another Beadle");
        }
    }

    private int run(String... args) {
        return new StoreCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(args);
    }

    /** The command on a thread of its own, stopped as whoever presses Ctrl-C does. */
    private final class Running implements AutoCloseable {
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();
        private final Thread thread =
                Thread.startVirtualThread(() -> ended.complete(run("--port=0", "--beadle.data-dir=" + folder)));

        String uri() {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> out.toString(UTF_8).contains("uri="));
            return out.toString(UTF_8).strip().replaceFirst("^spring.mongodb.uri=", "");
        }

        @Override
        public void close() {
            thread.interrupt();
            assertThat(ended.join()).isZero();
        }
    }
}
