package io.beadle.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import reactor.netty.DisposableServer;

/** How long from the start of the process to the first answer that a person gets, with the index of the last start. */
final class StartUp {
    static final String QUESTION = "What do I do if my laptop is stolen?";

    private StartUp() {}

    /** Takes the number of measured starts; one before them makes the index and is not measured. */
    public static void main(String[] args) throws Exception {
        Path dataDir = Files.createTempDirectory("beadle-start");
        System.out.printf("First start, which makes the index: %d ms%n", millisToAnswer(dataDir));
        List<Long> millis = new ArrayList<>();
        for (int start = 0; start < Integer.parseInt(args[0]); start++) {
            millis.add(millisToAnswer(dataDir));
        }
        millis.sort(null);
        System.out.printf(
                "From start to first answer: median %d ms of %s%n",
                millis.get(millis.size() / 2),
                millis.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        System.exit(0);
    }

    private static long millisToAnswer(Path dataDir) throws InterruptedException {
        CompletableFuture<Long> answered = new CompletableFuture<>();
        DisposableServer connector =
                ScriptedConnector.start(0, Duration.ZERO, body -> answered.complete(System.nanoTime()));
        long begin = System.nanoTime();
        try (Server beadle = Server.beadle(dataDir)) {
            URI address = URI.create("http://127.0.0.1:" + connector.port());
            Users users = new Users(1);
            while (!users.turn(beadle.endpoint(), address, 0, QUESTION).block()) {
                if (!beadle.isAlive()) {
                    throw new IllegalStateException("Beadle ended before it answered: see " + beadle.log());
                }
                Thread.sleep(20);
            }
            return (answered.join() - begin) / 1_000_000;
        } finally {
            connector.disposeNow();
        }
    }
}
