package io.beadle.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.content.Content;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Incidents;
import io.beadle.incident.Keeping;
import io.beadle.incident.OutboxBell;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.mongo.StoredChains;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.knowledge.mongo.StoredQuestions;
import io.beadle.mongo.TestStore;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxNumber;
import io.beadle.notification.mongo.StoredNotices;
import io.beadle.people.Person;
import io.beadle.privacy.AuditCheck;
import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.register.BreachRegister;
import io.beadle.register.FoiTable;
import io.beadle.register.IncidentSearch;
import io.beadle.register.Lessons;
import io.beadle.register.NobodyHolds;
import io.beadle.register.Search;
import io.beadle.register.Statistics;
import io.beadle.register.Stretch;
import io.beadle.register.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Fills the store with incidents and measures what people and sweeps ask of it. Not of the ordinary suite:
 * {@code src/bench/run incidents} runs it. On the embedded store, which is fit for some ten thousand; with
 * {@code -Dbeadle.test.mongodb-uri=…} on that MongoDB, which is asked how it goes about each query, and none may go past
 * all documents that is not meant to.
 */
class Growth {
    private static final String URI = System.getProperty("beadle.test.mongodb-uri", "");
    private static final String COUNTS =
            System.getProperty("growth.counts", URI.isEmpty() ? "1000,10000,20000" : "100000,1000000");
    private static final Instant NOW = Instant.parse("2026-11-28T14:00:00Z");
    private static final int BATCH = 500;
    /** Of one figure at most, and no longer than that. */
    private static final int TIMES = 100;

    private static final int FEWEST = 2;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Content CONTENT = TestCards.bundled().content();

    @TempDir
    private Path folder;

    private final Commands commands = new Commands();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    /** What was found last: kept, so that no look-up is left out as needless. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable Object found;

    private final List<String> scans = new ArrayList<>();

    @Test
    void ofIncidents() throws IOException {
        List<Integer> counts =
                Stream.of(COUNTS.split(",", -1)).map(Integer::valueOf).toList();
        for (int count : counts) {
            Path own = Files.createDirectory(folder.resolve(String.valueOf(count)));
            try (TestStore store = URI.isEmpty() ? TestStore.in(own, commands) : TestStore.at(URI, commands)) {
                measure(store.newDatabase(), count);
            }
            if (URI.isEmpty()) {
                long megabytes = Files.size(own.resolve("store.mv")) >> 20;
                row("the store's file", megabytes + " MB");
                long begun = System.nanoTime();
                TestStore.in(own).close();
                row("opening the file again", "%,d ms".formatted((System.nanoTime() - begun) / 1_000_000));
            }
        }
        System.out.printf(
                "%n| incidents | %s |%n|---|%s%n",
                String.join(" | ", counts.stream().map("%,d"::formatted).toList()), "---|".repeat(counts.size()));
        rows.forEach((what, cells) -> System.out.println("| " + what + " | " + String.join(" | ", cells) + " |"));
        assertThat(scans).as("queries that go past all documents").isEmpty();
    }

    private void measure(MongoTemplate mongo, int count) {
        ManyIncidents many = new ManyIncidents(CONTENT, NOW, count);
        StoredIncidents stored =
                StoredIncidents.dutiful(mongo, SomeObligations.of(CONTENT), new OutboxBell(), () -> NOW);
        long begun = System.nanoTime();
        for (int from = 0; from < count; from += BATCH) {
            StoredIncidents.store(
                    mongo,
                    IntStream.range(from, Math.min(count, from + BATCH))
                            .mapToObj(many::history)
                            .toList(),
                    NOW);
        }
        System.out.printf("%,d incidents stored in %,d s%n", count, (System.nanoTime() - begun) / 1_000_000_000);
        begun = System.nanoTime();
        StoredChains.witnessing(mongo).sweep(NOW);
        row("their chains witnessed, all at once", "%,d ms".formatted((System.nanoTime() - begun) / 1_000_000));
        people(mongo, stored.incidents(), many, count);
        lists(mongo, stored.incidents());
        sweeps(mongo, stored.incidents());
    }

    private void people(MongoTemplate mongo, Incidents incidents, ManyIncidents many, int count) {
        time(mongo, "open a case by its number", i -> incidents.find(many.reference(i * 37 % count)));
        time(
                mongo,
                "a change of it stored",
                i -> incidents.change(
                        many.reference(i * 37 % count),
                        incident -> incident.acknowledge(new Person("officer-" + i, "Officer"), NOW)));
        time(
                mongo,
                "a report stored",
                i -> incidents.report(
                        "new-" + i, 2027, reference -> copy(many.history(i).getFirst(), reference, "new-" + i)));
        time(
                mongo,
                "\"my reports\"",
                i -> incidents.reportedBy(many.reporter(i * 37).id(), 10));
        time(mongo, "is this account held", i -> incidents.isHeld(many.reporter(i * 37)));
        time(mongo, "which accounts are held", i -> incidents.heldAccounts());
        time(mongo, "a draft sent again", i -> incidents.madeFrom("draft-" + i * 37 % count));
        time(mongo, "reports like one of today", i -> incidents.reportedSince(NOW.minus(Duration.ofDays(14)), 300));
    }

    private void lists(MongoTemplate mongo, Incidents incidents) {
        IncidentSearch search = new IncidentSearch(incidents, NobodyHolds.confidence(CONTENT), TestCards.LONDON);
        Viewer priya = new Viewer.Alone(new Person("officer1", "Officer"));
        for (State state : State.values()) {
            Search wanted = new Search(Set.of(), Set.of(), state, false, false, null, null);
            time(mongo, "\"find\", " + state, i -> search.of(wanted, priya, NOW));
        }
        Search mine = new Search(Set.of(), Set.of(), State.OPEN, true, false, null, null);
        time(mongo, "\"find\", mine", i -> search.of(mine, priya, NOW));
        LocalDate october = LocalDate.of(2026, 10, 1);
        Search typed = new Search(Set.of("lost-device"), Set.of(), State.ANY, false, false, october, null);
        time(mongo, "\"find\", a type since October", i -> search.of(typed, priya, NOW));
        Statistics statistics = new Statistics(
                incidents,
                StoredQuestions.in(mongo).asked(),
                CONTENT.reportTypes(),
                new Lessons(CONTENT.acts()),
                CONTENT.duties(),
                TestCards.LONDON);
        Stretch year = Stretch.named("2025", LocalDate.of(2026, 11, 28)).orElseThrow();
        time(mongo, "figures of a year", i -> statistics.of(year, NOW));
        FoiTable foi = new FoiTable(
                incidents,
                CONTENT.reportTypes(),
                CONTENT.duties(),
                TestCards.bundled().messages(),
                TestCards.LONDON);
        time(mongo, "table for a request under the FOI Act", i -> foi.of(NOW));
        BreachRegister register = new BreachRegister(incidents, NobodyHolds.any(CONTENT));
        time(mongo, "breach register", i -> register.unrestricted());
        AuditCheck audit = new AuditCheck(StoredAudit.in(mongo), StoredChains.in(mongo));
        time(mongo, "verify-audit", i -> {
            AuditCheck.Verdict verdict = audit.check();
            assertThat(verdict.broken()).isEmpty();
            return verdict;
        });
    }

    private void sweeps(MongoTemplate mongo, Incidents incidents) {
        Notices notices = StoredNotices.in(mongo);
        OutboxNumber number = StoredNotices.number(mongo);
        time(mongo, "the relay's poll (each second)", i -> number.current());
        time(mongo, "the relay's look into all outboxes", i -> {
            for (OutboxMessage.Kind kind : OutboxMessage.Kind.values()) {
                incidents.outboxDue(kind, NOW, 200);
            }
            return notices.due(NOW, true, 16);
        });
        time(mongo, "duties (every 20 s)", i -> List.of(incidents.dutyDue(NOW, 100), incidents.unheld(100)));
        time(
                mongo,
                "health and metrics of the outbox",
                i -> List.of(incidents.tooFewReached(), incidents.stuck(10, 100), incidents.outboxWaiting(10)));
        time(mongo, "who could not be told", i -> incidents.undelivered(NOW, 100));
        time(
                mongo,
                "chains to be witnessed (each minute)",
                i -> StoredChains.witnessing(mongo).sweep(NOW));
        time(
                mongo,
                "drills that ended (each minute)",
                i -> incidents.found(IncidentQuery.drills(State.CLOSED), NOW, 50));
        time(
                mongo,
                "reviews that fall due (every 10 minutes)",
                i -> incidents.found(IncidentQuery.of(State.DUE), NOW, 200));
        Keeping keeping = new Keeping(CONTENT.retention());
        time(mongo, "whose time is over (every hour)", i -> {
            try (Stream<Incident> closed =
                    incidents.closedBy(keeping.latestClosing(NOW).orElseThrow())) {
                return closed.filter(incident -> keeping.isOver(incident, NOW))
                        .limit(50)
                        .toList();
            }
        });
    }

    private static Incident copy(Incident of, String reference, String draft) {
        return Incident.reported(reference, draft, of.report(), of.severity(), Duration.ofMinutes(15))
                .flagged(of.flags());
    }

    /** The median and the 99th percentile, after one that is not counted; and on a MongoDB how it went about it. */
    private void time(MongoTemplate mongo, String what, IntFunction<?> work) {
        commands.explaining();
        found = work.apply(TIMES + 1);
        explain(mongo, what);
        long[] micros = new long[TIMES];
        int runs = 0;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (runs < FEWEST || (runs < TIMES && System.nanoTime() < end)) {
            long begun = System.nanoTime();
            found = work.apply(runs);
            micros[runs++] = (System.nanoTime() - begun) / 1_000;
        }
        long[] sorted = Arrays.copyOf(micros, runs);
        Arrays.sort(sorted);
        row(what, millis(sorted[runs / 2]) + ", " + millis(sorted[(runs * 99 - 1) / 100]));
    }

    private void explain(MongoTemplate mongo, String what) {
        List<Document> asked = commands.explaining();
        if (URI.isEmpty()) {
            return;
        }
        for (Document command : asked) {
            Explained explained = Explained.of(mongo.getDb().runCommand(command));
            System.out.printf("%s: %s%n", what, explained);
            if (explained.isScan()) {
                scans.add(what + ": " + explained);
            }
        }
    }

    private static String millis(long micros) {
        return (micros < 10_000 ? "%.1f" : "%,.0f").formatted(micros / 1_000.0);
    }

    private void row(String what, String cell) {
        System.out.println(what + ": " + cell);
        rows.computeIfAbsent(what, none -> new ArrayList<>()).add(cell);
    }
}
