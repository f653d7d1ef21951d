package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeIncidents.PRIYA;

import io.beadle.card.TestCards;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Measures search and figures over the embedded store; the figures are in RATIONALE.md. Run by hand, from the test class path, with
 * the number of incidents.
 */
final class SearchBenchmark {
    private static final Instant NOW = SomeIncidents.NOW;
    private static final int TIMES = 21;

    private SearchBenchmark() {}

    public static void main(String[] args) {
        int incidents = Integer.parseInt(args[0]);
        MongoTemplate mongo = SharedStore.newDatabase();
        Incidents stored = StoredIncidents.in(mongo).incidents();
        for (int i = 0; i < incidents; i++) {
            Instant reported = NOW.minus(Duration.ofMinutes(100L * i));
            boolean open = i % 50 == 0;
            SomeIncidents.stored(
                    stored,
                    i % 2 == 0 ? "lost-device" : "email-wrong-recipient",
                    reported,
                    incident -> open ? incident : SomeIncidents.closed(incident, Duration.ofDays(2), "slip", "10"));
        }
        IncidentSearch search = new IncidentSearch(stored, NobodyHolds.confidence(CONTENT), TestCards.LONDON);
        Viewer priya = new Viewer.Alone(PRIYA);
        for (State state : State.values()) {
            Search wanted = new Search(Set.of(), Set.of(), state, false, false, null, null);
            measure("search " + state, () -> search.of(wanted, priya, NOW).size());
        }
        Search phones =
                new Search(Set.of("lost-device"), Set.of(), State.ANY, false, false, LocalDate.of(2026, 10, 1), null);
        measure(
                "search laptop since October",
                () -> search.of(phones, priya, NOW).size());
        Statistics statistics = new Statistics(
                stored,
                StoredQuestions.in(mongo).asked(),
                CONTENT.reportTypes(),
                new Lessons(CONTENT.acts()),
                CONTENT.duties(),
                TestCards.LONDON);
        Stretch october = Stretch.named("october", LocalDate.of(2026, 11, 21)).orElseThrow();
        measure("figures", () -> (int) statistics.of(october, NOW).total());
    }

    private static void measure(String what, Supplier<Integer> work) {
        long[] millis = new long[TIMES];
        int found = 0;
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            found = work.get();
            millis[i] = (System.nanoTime() - begin) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s: found %d, median %d ms, longest %d ms%n", what, found, millis[TIMES / 2], millis[TIMES - 1]);
    }
}
