package io.beadle.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A phishing wave: 5,000 people report the same suspicious e-mail within a minute. What of it is stored, and what the desk's
 * channel is sent, beside what the platform takes of a bot in one conversation.
 */
final class Flood implements Measurement {
    static final String NAME = "flood";
    static final String CONFIRMED = "confirmed, after s";
    static final String AT_DESK = "posts and updates, after s";

    private static final int A_MINUTE = 5_000;
    private static final int CONNECTIONS = 1_000;
    private static final String SAID = "I got a phishing email";
    private static final Map<String, String> ANSWERS = Map.of(
            "answer-danger", "no",
            "answer-what", "email",
            "answer-where", "work-computer",
            "answer-happened", "now");

    @Override
    public void take(Scale scale, Results results) throws Exception {
        String condition = "%,d in %d s".formatted(scale.flood(), scale.flood() * 60L / A_MINUTE);
        try (Council council = new Council(CONNECTIONS)) {
            int before = council.teams().atDesk().size();
            long begin = System.nanoTime();
            List<Reporter> people = IntStream.range(0, scale.flood())
                    .mapToObj(council::reporter)
                    .toList();
            List<Reporter.Confirmed> confirmed = flood(people, begin, scale.floodWithin());
            double lasted = seconds(System.nanoTime() - begin);
            Thread.sleep(scale.floodWatched());
            double waiting = council.beadle().metric("beadle_outbox_waiting");
            double resident = council.beadle().residentMegabytes();
            List<Teams.AtDesk> atDesk =
                    council.teams().atDesk().stream().skip(before).toList();
            long shown = confirmed.stream()
                    .filter(report ->
                            council.teams().alerted(report.reference()).isPresent())
                    .count();
            int stored = council.stored();
            List<Double> millis =
                    confirmed.stream().map(Reporter.Confirmed::millis).toList();
            Figures figures = new Figures(results, condition);
            figures.add("reports confirmed", confirmed.size());
            figures.add("until the last, s", lasted);
            Samples sent = new Samples(NAME, condition, "sending", Samples.EACH, millis);
            figures.add("from \"Send now\" to receipt, p50 s", sent.median() / 1e3);
            figures.add("from \"Send now\" to receipt, p99 s", sent.percentile(99) / 1e3);
            figures.add(
                    "tried again",
                    people.stream().mapToInt(Reporter::triedAgain).sum());
            figures.add("stored", stored);
            figures.add("confirmed and lost", Math.max(0, confirmed.size() - stored));
            figures.add("reports named at the desk", shown);
            figures.add("alerts still waiting", waiting);
            figures.add(
                    "posts at the desk",
                    atDesk.stream().filter(Teams.AtDesk::isPost).count());
            figures.add(
                    "updates at the desk",
                    atDesk.stream().filter(one -> !one.isPost()).count());
            figures.add("posts and updates, most in 1 s", most(atDesk, 1), 7);
            figures.add("posts and updates, most in 2 s", most(atDesk, 2), 8);
            figures.add("posts and updates, most in 30 s", most(atDesk, 30), 60);
            figures.add("posts and updates in all", atDesk.size(), 1_800);
            figures.add("resident MB", resident);
            results.add(
                    NAME,
                    condition,
                    CONFIRMED,
                    Samples.EACH,
                    confirmed.stream()
                            .map(report -> seconds(report.sentAt() - begin) + report.millis() / 1e3)
                            .sorted()
                            .toList());
            results.add(
                    NAME,
                    condition,
                    AT_DESK,
                    Samples.EACH,
                    atDesk.stream().map(one -> seconds(one.nanos() - begin)).toList());
        }
    }

    /** Whoever has no receipt in time is given up. */
    private static List<Reporter.Confirmed> flood(List<Reporter> people, long begin, Duration within)
            throws InterruptedException {
        List<Future<Optional<Reporter.Confirmed>>> reports = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people.size(); i++) {
                long at = begin + TimeUnit.MINUTES.toNanos(1) * i / A_MINUTE;
                TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
                Reporter reporter = people.get(i);
                reports.add(threads.submit(() -> reporter.reports(SAID, ANSWERS, 0)));
            }
            threads.shutdown();
            if (!threads.awaitTermination(begin + within.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
        }
        return reports.stream()
                .filter(report -> report.state() == Future.State.SUCCESS)
                .flatMap(report -> report.resultNow().stream())
                .toList();
    }

    /** The most that came within so many seconds, wherever these begin. */
    private static int most(List<Teams.AtDesk> atDesk, int seconds) {
        List<Long> times = atDesk.stream().map(Teams.AtDesk::nanos).sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= TimeUnit.SECONDS.toNanos(seconds)) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** One line each, since there is one flood and many figures of it; some with the platform's limit (`rate-limit.md`, November 2026). */
    private record Figures(Results results, String condition) {
        void add(String subject, double value) {
            results.add(NAME, condition, subject, "figure", value);
        }

        void add(String subject, double value, double limit) {
            add(subject, value);
            results.add(NAME, condition, subject, "platform's limit", limit);
        }
    }
}
