package io.beadle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Turns a second of Beadle, of the stock adapter and of the least that can be done, by turns in one run. */
final class Throughput {
    private static final int USERS = 256;

    /** So many rounds, because after a single one the compiler still takes much of two cores. */
    private static final int WARM_UPS = 3;

    private static final Duration UNCOUNTED = Duration.ofSeconds(2);
    private static final Duration START_WITHIN = Duration.ofMinutes(3);

    private final Duration counted;
    private final int rounds;
    private final Users users = new Users(USERS);

    private Throughput(int rounds, Duration counted) {
        this.counted = counted;
        this.rounds = rounds;
    }

    /** Takes the number of measured rounds and the seconds that each measurement lasts. */
    public static void main(String[] args) throws Exception {
        Throughput throughput = new Throughput(Integer.parseInt(args[0]), Duration.ofSeconds(Long.parseLong(args[1])));
        List<Row> rows = new ArrayList<>();
        for (long latency : List.of(100, 0)) {
            rows.addAll(throughput.at(latency));
        }
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(new File("src/bench/target/throughput.json"), rows);
        System.exit(0);
    }

    /** One measurement. CPU is in milliseconds a turn: of the server, and of the load and the connector together. */
    record Sample(
            double perSecond, double p50Millis, double p99Millis, double cpuMillis, double elseMillis, long failures) {}

    record Row(
            long connectorMillis,
            String server,
            double perSecond,
            double least,
            double most,
            double timesStock,
            Sample median,
            List<Sample> samples) {}

    private List<Row> at(long latency) throws IOException, InterruptedException {
        try (Server connector = Server.of("connector", ScriptedConnector.class, String.valueOf(latency));
                Server beadle = Server.beadle(Files.createTempDirectory(Path.of("src/bench/target"), "data"));
                Server stock = Server.of("stock", StockBot.class);
                Server bare = Server.withoutJackson(
                        "bare", BareHandler.class, connector.address().toString())) {
            Map<Server, URI> targets = new LinkedHashMap<>();
            targets.put(beadle, beadle.endpoint());
            targets.put(stock, stock.endpoint());
            targets.put(bare, bare.endpoint());
            targets.put(connector, connector.address().resolve("/v3/conversations/one/activities"));
            Map<Server, List<Sample>> samples = new LinkedHashMap<>();
            for (Server server : targets.keySet()) {
                awaitAnswer(server, targets.get(server), connector.address());
                samples.put(server, new ArrayList<>());
            }
            for (int round = -WARM_UPS; round < rounds; round++) {
                for (Server server : targets.keySet()) {
                    Sample sample = sample(server, targets.get(server), connector);
                    if (round >= 0) {
                        samples.get(server).add(sample);
                    }
                }
            }
            return print(latency, samples, stock);
        }
    }

    /** A question, because Beadle may still be making its index, which would count against it. */
    private void awaitAnswer(Server server, URI endpoint, URI connector) throws InterruptedException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (!users.turn(endpoint, connector, 0, StartUp.QUESTION).block()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("No answer: see " + server.log());
            }
            Thread.sleep(100);
        }
    }

    private Sample sample(Server server, URI endpoint, Server connector) throws InterruptedException {
        Duration[] before = new Duration[3];
        Users.Answered answered = users.talk(endpoint, connector.address(), UNCOUNTED, counted, () -> {
            before[0] = server.cpu();
            before[1] = connector.cpu();
            before[2] = own();
        });
        Duration cpu = server.cpu().minus(before[0]);
        Duration others = own().minus(before[2])
                .plus(server == connector ? Duration.ZERO : connector.cpu().minus(before[1]));
        Histogram micros = answered.micros();
        double turns = Math.max(1, micros.getTotalCount());
        Thread.sleep(UNCOUNTED); // what is under way ends
        return new Sample(
                micros.getTotalCount() / (double) counted.toSeconds(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                cpu.toNanos() / 1e6 / turns,
                others.toNanos() / 1e6 / turns,
                answered.failures());
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static List<Row> print(long latency, Map<Server, List<Sample>> samples, Server stock) {
        double stockRate = median(samples.get(stock), Sample::perSecond);
        System.out.printf("%nConnector answers in %d ms, %d users%n", latency, USERS);
        System.out.printf(
                "%-10s %10s %17s %8s %8s %8s %9s %9s %7s%n",
                "server", "turns/s", "least-most", "x stock", "p50 ms", "p99 ms", "CPU ms", "else ms", "failed");
        List<Row> rows = new ArrayList<>();
        samples.forEach((server, taken) -> {
            Sample median = new Sample(
                    median(taken, Sample::perSecond),
                    median(taken, Sample::p50Millis),
                    median(taken, Sample::p99Millis),
                    median(taken, Sample::cpuMillis),
                    median(taken, Sample::elseMillis),
                    taken.stream().mapToLong(Sample::failures).sum());
            double least = taken.stream().mapToDouble(Sample::perSecond).min().orElseThrow();
            double most = taken.stream().mapToDouble(Sample::perSecond).max().orElseThrow();
            Row row = new Row(
                    latency,
                    server.name(),
                    median.perSecond(),
                    least,
                    most,
                    median.perSecond() / stockRate,
                    median,
                    taken);
            rows.add(row);
            System.out.printf(
                    "%-10s %10.0f %17s %8.1f %8.0f %8.0f %9.2f %9.2f %7d%n",
                    row.server(),
                    row.perSecond(),
                    "%.0f-%.0f".formatted(least, most),
                    row.timesStock(),
                    median.p50Millis(),
                    median.p99Millis(),
                    median.cpuMillis(),
                    median.elseMillis(),
                    median.failures());
        });
        return rows;
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> of) {
        return samples.stream()
                .map(of::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(samples.size() / 2);
    }
}
