package io.beadle.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.netty.DisposableServer;

/**
 * How long from the start of the process until it says that it is ready, and to the first answer that a person gets, with the
 * index of an earlier start; and what it then holds in memory while nobody asks.
 */
final class StartUp implements Measurement {
    static final String NAME = "startup";
    static final String QUESTION = "What do I do if my laptop is stolen?";

    private static final Duration IDLE = Duration.ofSeconds(5);

    /** What one start took: until it was ready, until the answer, of the processors; and what it was in memory after a rest. */
    private record Start(double readySeconds, double answerSeconds, double cpuSeconds, double idleMegabytes) {}

    @Override
    public void take(Scale scale, Results results) throws Exception {
        Path dataDir = DataFolder.empty();
        add(results, "first, makes the index", List.of(start(dataDir)));
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < scale.starts(); i++) {
            starts.add(start(dataDir));
        }
        add(results, "index is there", starts);
    }

    private static void add(Results results, String condition, List<Start> starts) {
        results.add(
                NAME,
                condition,
                "beadle-unchecked",
                "ready s",
                starts.stream().map(Start::readySeconds).toList());
        results.add(
                NAME,
                condition,
                "beadle-unchecked",
                "answer s",
                starts.stream().map(Start::answerSeconds).toList());
        results.add(
                NAME,
                condition,
                "beadle-unchecked",
                "CPU s",
                starts.stream().map(Start::cpuSeconds).toList());
        results.add(
                NAME,
                condition,
                "beadle-unchecked",
                "idle MB",
                starts.stream().map(Start::idleMegabytes).toList());
    }

    private static Start start(Path dataDir) throws InterruptedException {
        CompletableFuture<Long> answered = new CompletableFuture<>();
        DisposableServer connector =
                ScriptedConnector.start(0, Duration.ZERO, taken -> answered.complete(System.nanoTime()));
        long begin = System.nanoTime();
        try (Server beadle = Server.beadle(dataDir)) {
            while (!beadle.isReady()) {
                if (!beadle.isAlive()) {
                    throw new IllegalStateException("Beadle ended before it was ready: see " + beadle.log());
                }
                Thread.sleep(10);
            }
            long ready = System.nanoTime();
            Users users = new Users(1, URI.create("http://127.0.0.1:" + connector.port()));
            beadle.awaitAnswer(users, Endpoint.unchecked(beadle.endpoint()));
            double cpu = beadle.cpu().toMillis() / 1e3;
            double answer = (answered.join() - begin) / 1e9;
            Thread.sleep(IDLE);
            return new Start((ready - begin) / 1e9, answer, cpu, beadle.residentMegabytes());
        } finally {
            connector.disposeNow();
        }
    }
}
