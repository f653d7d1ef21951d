package io.beadle.mongo;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;

/** The embedded store in a process of its own, to be killed. */
public final class KillableStore {
    private final Process process;
    private final int port;

    private KillableStore(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static KillableStore start(Path file) throws IOException {
        return start(file, 0);
    }

    /** On that port, where one may have been killed before. */
    public static KillableStore start(Path file, int port) throws IOException {
        return start(List.of(), file, port);
    }

    /** Whose file, and every other, may have so many blocks of 512 bytes: what happens then is what a full disk does. */
    static KillableStore startWithDisk(Path file, int blocks) throws IOException {
        return start(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\""), file, 0);
    }

    private static KillableStore start(List<String> before, Path file, int port) throws IOException {
        List<String> command = new ArrayList<>(before);
        Collections.addAll(
                command,
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                KillableStore.class.getName(),
                file.toString(),
                String.valueOf(port));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("listening on ")) {
                return new KillableStore(process, Integer.parseInt(line.substring("listening on ".length())));
            }
        }
        throw new IOException("The store's process ended before it listened");
    }

    /** A client that is told within half a second when the store is gone. That it is there may take longer, on a busy machine. */
    MongoClient client() {
        MongoClient client =
                MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=500&retryWrites=false");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreException(MongoTimeoutException.class)
                .until(() -> client.getDatabase("test").runCommand(new Document("ping", 1)), Objects::nonNull);
        return client;
    }

    public int port() {
        return port;
    }

    /** SIGKILL: nothing in the process has a chance to finish anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Serves until killed, or until the test that started it is gone. */
    public static void main(String[] args) throws IOException {
        TestStore.quietly();
        try (EmbeddedMongo store = EmbeddedMongo.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
            System.out.println("listening on " + store.port());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
