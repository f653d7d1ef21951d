package io.beadle.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.netty.DisposableServer;

/** How long from the start of the process to the first answer that a person gets, with the index of the last start. */
final class StartUp {
    static final String QUESTION = "What do I do if my laptop is stolen?";

    private StartUp() {}

    /** Takes the number of measured starts; one before them makes the index and is not measured. */
    public static void main(String[] args) throws Exception {
        Path dataDir = Files.createTempDirectory(Path.of("src/bench/target"), "data");
        System.out.println("First start, which makes the index: " + start(dataDir));
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            starts.add(start(dataDir));
        }
        starts.sort(Comparator.comparing(Start::toAnswer));
        System.out.println("With that index, median: " + starts.get(starts.size() / 2));
        System.out.println("Of all of these: " + starts);
        System.exit(0);
    }

    /** What one start took until its answer: on the clock, and of the processors. */
    private record Start(Duration toAnswer, Duration cpu) {
        @Override
        public String toString() {
            return "%.2f s (CPU %.2f s)".formatted(toAnswer.toMillis() / 1e3, cpu.toMillis() / 1e3);
        }
    }

    private static Start start(Path dataDir) throws InterruptedException {
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
            return new Start(Duration.ofNanos(answered.join() - begin), beadle.cpu());
        } finally {
            connector.disposeNow();
        }
    }
}
