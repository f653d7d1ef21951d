package io.beadle.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.netty.DisposableServer;

/** How long after one page of very many was saved the answer is the new one; and how long the index of all of them took. */
final class Change {
    private static final int PAGES_A_DOCUMENT = 20;
    private static final int SENTENCES = 20;
    private static final int WORDS = 14;
    private static final String VISITORS = "Visitors to the Tarnwick depot wear a %s badge.";
    private static final String QUESTION = "What badge do visitors to the Tarnwick depot wear?";
    private static final String[] VOCABULARY =
            ("council record device officer manager report access system account data team"
                            + " request approve store transfer supplier contract review building paper screen lock encrypt backup"
                            + " network phone service resident payment school member meeting folder archive retention audit")
                    .split(" ");

    private Change() {}

    /** Takes the number of pages, and how many changes are measured. */
    public static void main(String[] args) throws Exception {
        int pages = Integer.parseInt(args[0]);
        Path data = DataFolder.empty();
        Path policies = Files.createDirectory(data.resolve("policies"));
        Path changed = write(policies, pages);
        AtomicReference<String> awaited = new AtomicReference<>("a grey badge");
        AtomicReference<CountDownLatch> answered = new AtomicReference<>(new CountDownLatch(1));
        DisposableServer connector = ScriptedConnector.start(0, Duration.ZERO, taken -> {
            if (taken.body().contains(awaited.get())) {
                answered.get().countDown();
            }
        });
        long begin = System.nanoTime();
        try (Server beadle = Server.beadle(data, "--beadle.knowledge.sources=" + policies)) {
            Users users = new Users(1, URI.create("http://127.0.0.1:" + connector.port()));
            ask(beadle, users, answered.get());
            System.out.printf(
                    "%d pages: %.1f s from the start without an index to the first answer%n", pages, since(begin));
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                String before = VISITORS.formatted(i == 0 ? "grey" : "number " + (i - 1));
                answered.set(new CountDownLatch(1));
                awaited.set("a number " + i + " badge");
                String text = Files.readString(changed).replace(before, VISITORS.formatted("number " + i));
                begin = System.nanoTime();
                Files.writeString(changed, text);
                ask(beadle, users, answered.get());
                seconds.add(since(begin));
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

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Writes documents of pages of about 300 words; the one in the middle is returned, and says what visitors wear. */
    private static Path write(Path folder, int pages) throws IOException {
        Random random = new Random(7);
        int documents = Math.max(1, pages / PAGES_A_DOCUMENT);
        Path changed = folder;
        for (int document = 0; document < documents; document++) {
            StringBuilder text = new StringBuilder("# Policy of service %d\n\n".formatted(document));
            for (int page = 1; page <= PAGES_A_DOCUMENT; page++) {
                text.append("## %d Section %d\n\n".formatted(page, document * PAGES_A_DOCUMENT + page));
                for (int sentence = 1; sentence <= SENTENCES; sentence++) {
                    text.append(sentence(random)).append(sentence % 5 == 0 ? "\n\n" : " ");
                }
            }
            Path file = folder.resolve("policy-%04d.md".formatted(document));
            if (document == documents / 2) {
                text.append("## 21 Visitors\n\n")
                        .append(VISITORS.formatted("grey"))
                        .append('\n');
                changed = file;
            }
            Files.writeString(file, text);
        }
        return changed;
    }

    private static String sentence(Random random) {
        String words = IntStream.range(0, WORDS)
                .mapToObj(i -> VOCABULARY[random.nextInt(VOCABULARY.length)])
                .collect(Collectors.joining(" "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
