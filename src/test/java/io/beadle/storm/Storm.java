package io.beadle.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Colleague;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.KillableStore;
import io.beadle.mongo.TestStore;
import io.beadle.people.Person;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Reports and acknowledgements while Teams answers badly and Beadle is killed, over and over; in the end what people were told
 * is compared with what is stored. Not of the ordinary suite: {@code src/bench/run storm} runs it and prints the table.
 */
class Storm {
    private static final int REPORTS = Integer.getInteger("storm.reports", 2_000);
    private static final int KILLS = Integer.getInteger("storm.kills", 20);
    private static final int AT_ONCE = 24;
    private static final Duration CALM = Duration.ofSeconds(60);
    private static final String TWICE = "may stand here twice";
    private static final Pattern REFERENCE = Pattern.compile("INC-\\d{4}-\\d{4,}");

    private final Client.Seen seen = new Client.Seen();
    private final ConcurrentMap<String, String> given = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> givenAt = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<String>> acknowledged = new ConcurrentHashMap<>();
    private final List<Instant> killed = new CopyOnWriteArrayList<>();
    private final List<BeadleProcess> beadles = new ArrayList<>();
    private final List<Client> officers = new ArrayList<>();
    private StormyTeams teams;

    @TempDir
    private Path folder;

    @Test
    void oneBeadleOnItsOwnStoreIsKilledAgainAndAgain() throws Exception {
        Path data = folder.resolve("data");
        begin(1, data, "");
        ride(KILLS, () -> {});
        compare("one Beadle, its own store", data, data.resolve("keys.json"));
    }

    @Test
    void threeBeadlesOnOneStoreAreKilledAndTheStoreIsAwayForAMinute() throws Exception {
        Path file = folder.resolve("store").resolve("store.mv");
        KillableStore[] store = {KillableStore.start(file)};
        int port = store[0].port();
        begin(3, folder.resolve("data"), "--spring.mongodb.uri=mongodb://127.0.0.1:" + port + "/beadle");
        ride(KILLS / 2, () -> {
            killed.add(Instant.now());
            store[0].kill();
            Thread.sleep(CALM);
            store[0] = KillableStore.start(file, port);
        });
        store[0].kill();
        compare("three Beadles, one store, away for 60 s", file.getParent(), folder.resolve("data0/keys.json"));
    }

    private void begin(int instances, Path data, String option) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            officers.add(new Client("officer-" + i, "", this::somewhere, seen));
        }
        teams = new StormyTeams(20261128, TWICE, Client.members(officers));
        officers.replaceAll(officer -> new Client(officer.asMember().get("name"), teams.url(), this::somewhere, seen));
        for (int i = 0; i < instances; i++) {
            Path own = instances == 1 ? data : data.resolveSibling("data" + i);
            Path keys = data.resolveSibling(instances == 1 ? "data" : "data0").resolve("keys.json");
            List<String> options = new ArrayList<>();
            if (!option.isEmpty()) {
                options.add(option);
            }
            if (i > 0) {
                options.add("--beadle.privacy.key-file=" + keys);
            }
            beadles.add(new BeadleProcess("beadle" + i, own, options.toArray(String[]::new)));
            beadles.getLast().awaitReady();
        }
        officers.getFirst().says("<at>Beadle</at> desk", Client.desk());
    }

    private URI somewhere() {
        return beadles.get(ThreadLocalRandom.current().nextInt(beadles.size())).endpoint();
    }

    private interface Disaster {
        void strike() throws Exception;
    }

    private void ride(int kills, Disaster disaster) throws Exception {
        teams.storm(true);
        Instant begun = Instant.now();
        try (ExecutorService people =
                        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
                ExecutorService fate = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>(IntStream.range(0, REPORTS)
                    .mapToObj(i -> people.submit(() -> reportAndAcknowledge("reporter-" + i)))
                    .toList());
            all.add(fate.submit(() -> {
                for (int i = 0; i < kills; i++) {
                    strikeOne();
                    if (i == kills / 2) {
                        disaster.strike();
                    }
                }
                return null;
            }));
            for (Future<?> one : all) {
                one.get();
            }
        }
        teams.storm(false);
        Instant calm = Instant.now();
        while (Instant.now().isBefore(calm.plus(CALM)) && !missing().isEmpty()) {
            Thread.sleep(200);
        }
        System.out.printf(
                "%nStorm of %d s, quiet after %d s%n",
                Duration.between(begun, calm).toSeconds(),
                Duration.between(calm, Instant.now()).toSeconds());
        assertThat(missing()).as("alerts not there a minute after the storm").isEmpty();
        Thread.sleep(Duration.ofSeconds(5));
        for (BeadleProcess beadle : beadles) {
            beadle.stop();
        }
    }

    private void strikeOne() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1_000 + ThreadLocalRandom.current().nextInt(4_000)));
        BeadleProcess beadle = beadles.get(ThreadLocalRandom.current().nextInt(beadles.size()));
        killed.add(Instant.now());
        beadle.kill();
        beadle.start();
        beadle.awaitReady();
    }

    private Object reportAndAcknowledge(String name) throws InterruptedException {
        Client reporter = new Client(name, teams.url(), this::somewhere, seen);
        JsonNode action = Colleague.action(card(reporter), "Send now");
        Map<String, Object> data = new HashMap<>(Map.of(
                "answer-what", "phone",
                "answer-where", "On the bus of " + name,
                "answer-happened", "morning",
                "answer-danger", "no"));
        action.path("data").propertyStream().forEach(field -> data.put(field.getKey(), field.getValue()));
        JsonNode receipt = reporter.presses(
                action.path("verb").asString(),
                data,
                reporter.personal(),
                shown -> shown.isObject() && REFERENCE.matcher(shown.toString()).find());
        Matcher reference = REFERENCE.matcher(receipt.toString());
        assertThat(reference.find()).isTrue();
        given.put(name, reference.group());
        givenAt.put(reference.group(), Instant.now());
        int first = ThreadLocalRandom.current().nextInt(officers.size());
        for (Client officer : List.of(officers.get(first), officers.get((first + 1) % officers.size()))) {
            // told so where the first press was stored, and Beadle killed before it could answer
            officer.presses(
                    "incident.acknowledge",
                    Map.of("incident", reference.group()),
                    Client.desk(),
                    shown -> shown.isObject() || shown.asString("").startsWith("You have acknowledged"));
            acknowledged
                    .computeIfAbsent(reference.group(), none -> new CopyOnWriteArrayList<>())
                    .add(officer.asMember().get("aadObjectId"));
        }
        return name;
    }

    /** The first card of the report, asked for again until it has come. */
    private JsonNode card(Client reporter) throws InterruptedException {
        while (true) {
            reporter.says("I've left my work phone on the train", reporter.personal());
            for (int wait = 0; wait < 25; wait++) {
                List<JsonNode> cards = teams.received(reporter.chat()).stream()
                        .map(sent -> sent.at("/attachments/0/content"))
                        .filter(card -> card.toString().contains("Send now"))
                        .toList();
                if (!cards.isEmpty()) {
                    return cards.getLast();
                }
                Thread.sleep(200);
            }
        }
    }

    private List<String> missing() {
        List<String> shown =
                teams.alerts().stream().map(StormyTeams.Alert::reference).toList();
        return given.values().stream().filter(one -> !shown.contains(one)).toList();
    }

    private void compare(String what, Path data, Path keys) {
        try (TestStore store = TestStore.in(data)) {
            MongoTemplate left = store.database("beadle", keys);
            Incidents incidents = StoredIncidents.in(left).incidents();
            List<Incident> all;
            try (Stream<Incident> stored = incidents.all()) {
                all = stored.toList();
            }
            teams.close();
            table(what, all);
        }
    }

    private void table(String what, List<Incident> all) {
        List<String> stored = all.stream().map(Incident::reference).toList();
        List<String> lost =
                given.values().stream().filter(one -> !stored.contains(one)).toList();
        long reporters = all.stream()
                .map(incident ->
                        incident.report().reporter().named().map(Person::id).orElse(""))
                .distinct()
                .count();
        List<String> acknowledgementsLost = all.stream()
                .flatMap(incident -> acknowledged.getOrDefault(incident.reference(), List.of()).stream()
                        .filter(by -> !incident.isAcknowledgedBy(new Person(by, "")))
                        .map(by -> incident.reference() + " by " + by))
                .toList();
        List<StormyTeams.Alert> repeats = teams.repeats();
        List<StormyTeams.Alert> unexplained =
                repeats.stream().filter(repeat -> !isExplained(repeat)).toList();
        List<Long> millis = seen.invokeMillis.stream().sorted().toList();
        List<Long> delays = delays();
        System.out.printf("| %s | |%n|---|---|%n", what);
        row(
                "reports made, by how many people",
                given.size() + ", " + given.keySet().size());
        row("reports stored, lost, double", "%d, %d, %d".formatted(all.size(), lost.size(), all.size() - reporters));
        row(
                "acknowledgements confirmed, lost",
                "%d, %d".formatted(count(acknowledged.values()), acknowledgementsLost.size()));
        row("kills, the store's among them", killed.size());
        row("activities delivered twice", seen.redelivered.sum());
        row("faults of Teams", teams.faults());
        row("posts at the desk, of these second ones", teams.alerts().size() + ", " + repeats.size());
        row(
                "second posts without a reason, without saying so",
                "%d, %d"
                        .formatted(
                                unexplained.size(),
                                repeats.stream()
                                        .filter(repeat -> !repeat.repeat())
                                        .count()));
        row(
                "report confirmed to alert posted, s: median, p99, most",
                "%.1f, %.1f, %.1f".formatted(seconds(delays, 50), seconds(delays, 99), seconds(delays, 100)));
        row(
                "invokes answered; ms: median, p99, most",
                "%d; %d, %d, %d".formatted(millis.size(), at(millis, 50), at(millis, 99), at(millis, 100)));
        row("answers not in the platform's shape", seen.misshapen.sum());
        row("told that it did not work; 500 without a word", seen.apologies.sum() + "; " + seen.bare500.sum());

        assertThat(lost).as("lost").isEmpty();
        assertThat((long) all.size()).as("each made once").isEqualTo(reporters).isEqualTo(given.size());
        assertThat(acknowledgementsLost).as("acknowledgements lost").isEmpty();
        assertThat(unexplained).as("posted twice for no reason").isEmpty();
        assertThat(repeats).as("second posts").allMatch(StormyTeams.Alert::repeat);
        assertThat(seen.misshapen.sum()).as("misshapen answers").isZero();
    }

    /** A second post has a reason where the one before was hung up on, or whoever sent it, or the store, was killed before that was written down. */
    private boolean isExplained(StormyTeams.Alert repeat) {
        return teams.alerts().stream()
                .filter(alert -> alert.reference().equals(repeat.reference())
                        && alert.at().isBefore(repeat.at()))
                .anyMatch(before -> before.hungUp()
                        || killed.stream()
                                .anyMatch(kill -> !kill.isBefore(before.at().minusSeconds(1))
                                        && kill.isBefore(before.at().plusSeconds(3))));
    }

    private List<Long> delays() {
        Map<String, Instant> first = new HashMap<>();
        teams.alerts().forEach(alert -> first.merge(alert.reference(), alert.at(), (a, b) -> a.isBefore(b) ? a : b));
        return givenAt.entrySet().stream()
                .map(report -> Math.max(
                        0,
                        Duration.between(report.getValue(), first.get(report.getKey()))
                                .toMillis()))
                .sorted()
                .toList();
    }

    private static double seconds(List<Long> millis, int percent) {
        return at(millis, percent) / 1_000.0;
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static long count(Collection<List<String>> lists) {
        return lists.stream().mapToLong(List::size).sum();
    }

    private static void row(String what, Object figure) {
        System.out.printf("| %s | %s |%n", what, figure);
    }
}
