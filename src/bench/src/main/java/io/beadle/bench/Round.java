package io.beadle.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What one round of talking to one server gave. CPU is in milliseconds a turn: of the server, and of load and connector
 * together.
 */
record Round(
        double perSecond,
        double p50Millis,
        double p99Millis,
        double cpuMillis,
        double elseMillis,
        long failures,
        double residentMegabytes) {

    /** Talks to a server, while a connector in a process of its own, if it is in one, is called by it. */
    static Round of(
            Users users, Endpoint endpoint, Supplier<String> texts, Scale scale, Server server, List<Server> others)
            throws InterruptedException {
        Duration[] own = new Duration[2];
        Duration[] elsewhere = new Duration[2];
        Users.Answered answered = users.talk(
                endpoint,
                texts,
                scale,
                () -> {
                    own[0] = server.cpu();
                    elsewhere[0] = cpu(others);
                },
                () -> {
                    own[1] = server.cpu();
                    elsewhere[1] = cpu(others);
                });
        Histogram micros = answered.micros();
        double turns = Math.max(1, micros.getTotalCount());
        return new Round(
                micros.getTotalCount() / (double) scale.counted().toSeconds(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                own[1].minus(own[0]).toNanos() / 1e6 / turns,
                elsewhere[1].minus(elsewhere[0]).toNanos() / 1e6 / turns,
                answered.failures(),
                server.residentMegabytes());
    }

    /** Of these processes and of this one. */
    private static Duration cpu(List<Server> servers) {
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        return servers.stream().map(Server::cpu).reduce(own, Duration::plus);
    }

    static void add(Results results, String measurement, String condition, String subject, List<Round> rounds) {
        results.add(measurement, condition, subject, "turns/s", each(rounds, Round::perSecond));
        results.add(measurement, condition, subject, "p50 ms", each(rounds, Round::p50Millis));
        results.add(measurement, condition, subject, "p99 ms", each(rounds, Round::p99Millis));
        results.add(measurement, condition, subject, "CPU ms", each(rounds, Round::cpuMillis));
        results.add(measurement, condition, subject, "else ms", each(rounds, Round::elseMillis));
        results.add(
                measurement,
                condition,
                subject,
                "failed",
                rounds.stream().mapToLong(Round::failures).sum());
        results.add(measurement, condition, subject, "MB", each(rounds, Round::residentMegabytes));
    }

    private static List<Double> each(List<Round> rounds, ToDoubleFunction<Round> figure) {
        List<Double> values = new ArrayList<>();
        rounds.forEach(round -> values.add(figure.applyAsDouble(round)));
        return values;
    }
}
