package io.beadle.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import reactor.netty.DisposableServer;

/** How long after one document of very many was saved the answer is the new one. */
final class Change {
    private static final String VISITORS = "Visitors to the Tarnwick depot wear a %s badge.";
    private static final String QUESTION = "What badge do visitors to the Tarnwick depot wear?";

    private Change() {}

    /** Takes the number of passages, and how many changes are measured. */
    public static void main(String[] args) throws Exception {
        Passages passages = Passages.of(Integer.parseInt(args[0]));
        passages.makeIndex();
        Path data = DataFolder.copy(passages.folder(), DataFolder.empty());
        Path changed = data.resolve("policies/visitors.md");
        AtomicReference<String> awaited = new AtomicReference<>("");
        AtomicReference<CountDownLatch> answered = new AtomicReference<>(new CountDownLatch(1));
        DisposableServer connector = ScriptedConnector.start(0, Duration.ZERO, taken -> {
            if (taken.body().contains(awaited.get())) {
                answered.get().countDown();
            }
        });
        try (Server beadle = Server.beadle(data, "--beadle.knowledge.sources=" + data.resolve("policies"))) {
            Users users = new Users(1, URI.create("http://127.0.0.1:" + connector.port()));
            ask(beadle, users, answered.get());
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i <= Integer.parseInt(args[1]); i++) {
                answered.set(new CountDownLatch(1));
                awaited.set("a number " + i + " badge");
                long begin = System.nanoTime();
                Files.writeString(changed, "# Visitors\n\n## 1 Badges\n\n" + VISITORS.formatted("number " + i) + "\n");
                ask(beadle, users, answered.get());
                if (i > 0) { // with the first change the document is new, and code is run for the first time
                    seconds.add((System.nanoTime() - begin) / 1e9);
                }
            }
            System.out.println("One page saved, until the answer is the new one, in seconds: "
                    + seconds.stream()
                            .sorted(Comparator.naturalOrder())
                            .map("%.1f"::formatted)
                            .collect(Collectors.joining(" ")));
        } finally {
            connector.disposeNow();
        }
        System.exit(0);
    }

    /** Asks every 100 ms until the answer is the awaited one. */
    private static void ask(Server beadle, Users users, CountDownLatch answered) throws InterruptedException {
        Endpoint endpoint = Endpoint.unchecked(beadle.endpoint());
        do {
            if (!beadle.isAlive()) {
                throw new IllegalStateException("Beadle ended before it answered: see " + beadle.log());
            }
            users.turn(endpoint, 0, QUESTION).block();
        } while (!answered.await(100, TimeUnit.MILLISECONDS));
    }
}
