package io.beadle.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import reactor.netty.DisposableServer;

/**
 * How long from the start of the process until it says that it is ready, and to the first answer that a person gets, with the
 * index of an earlier start; and what it then holds in memory while nobody asks. Beside it, by turns, a Spring Boot that does nothing.
 */
final class StartUp implements Measurement {
    static final String NAME = "startup";
    static final String QUESTION = "What do I do if my laptop is stolen?";

    private static final String BEADLE = "beadle-unchecked";
    private static final String THERE = "index is there";
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** What one start took: until it was ready, until the answer, of the processors; and what it was in memory after a rest. */
    private record Start(double readySeconds, double answerSeconds, double cpuSeconds, double idleMegabytes) {}

    @Override
    public void take(Scale scale, Results results) throws Exception {
        Path dataDir = DataFolder.empty();
        add(results, "first, makes the index", BEADLE, List.of(start(dataDir)));
        List<Start> starts = new ArrayList<>();
        List<Start> bare = new ArrayList<>();
        for (int i = 0; i < scale.starts(); i++) {
            starts.add(start(dataDir));
            bare.add(bare());
        }
        add(results, THERE, BEADLE, starts);
        add(results, THERE, "bare Spring Boot", bare);
    }

    private static void add(Results results, String condition, String server, List<Start> starts) {
        Map<String, ToDoubleFunction<Start>> figures = new LinkedHashMap<>();
        figures.put("ready s", Start::readySeconds);
        figures.put("answer s", Start::answerSeconds);
        figures.put("CPU s", Start::cpuSeconds);
        figures.put("idle MB", Start::idleMegabytes);
        figures.forEach((figure, of) -> results.add(
                NAME,
                condition,
                server,
                figure,
                starts.stream().map(of::applyAsDouble).toList()));
    }

    /** Ready when it answers at all. */
    private static Start bare() throws InterruptedException {
        long begin = System.nanoTime();
        try (Server bare = Server.withoutJackson("bare-boot", BareBoot.class)) {
            while (!bare.answers()) {
                if (!bare.isAlive()) {
                    throw new IllegalStateException("The bare Spring Boot ended: see " + bare.log());
                }
                Thread.sleep(10);
            }
            double ready = (System.nanoTime() - begin) / 1e9;
            double cpu = bare.cpu().toMillis() / 1e3;
            Thread.sleep(IDLE);
            return new Start(ready, ready, cpu, bare.residentMegabytes());
        }
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
