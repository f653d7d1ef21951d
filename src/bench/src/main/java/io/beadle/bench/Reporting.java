package io.beadle.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * How long a step of a report and its sending take, and from the press on "Send now" until the desk's channel is shown the
 * report; while nobody else does anything, and while 256 people say or ask something again as soon as they were answered.
 */
final class Reporting implements Measurement {
    static final String NAME = "reports";

    private static final int FIRST_REPORTER = 10_000;
    private static final int STEPS = 2;
    /** Three a two seconds: the platform takes 60 messages of a bot in 30 s in one conversation. */
    private static final Duration EVERY = Duration.ofMillis(667);

    private static final Duration ALERT_WITHIN = Duration.ofSeconds(30);

    private int reporters = FIRST_REPORTER;

    @Override
    public void take(Scale scale, Results results) throws Exception {
        Passages passages = Passages.of(Asking.PASSAGES);
        try (Council council = new Council(Asking.USERS + 64, passages.options())) {
            Users load = new Users(Asking.USERS, council.teams().address());
            measured(council, scale.reports() / 3);
            add(results, "idle", measured(council, scale.reports()));
            under(council, load, Throughput.THANKS, "256 people talk", scale, results);
            under(council, load, new Questions(0.8, 0), "256 people ask, 80 % repeats", scale, results);
            results.add(NAME, "afterwards", "beadle", "MB", council.beadle().residentMegabytes());
        }
    }

    /** In milliseconds; how many reports the desk was not shown in time, or were not confirmed. */
    private record Times(List<Double> steps, List<Double> sent, List<Double> alerts, int missing) {}

    private void under(
            Council council, Users load, Supplier<String> texts, String condition, Scale scale, Results results)
            throws Exception {
        Times times;
        try (Users.Talk talking = load.talk(council.endpoint(), texts)) {
            Thread.sleep(scale.warmUp().dividedBy(2));
            times = measured(council, scale.reports());
        }
        add(results, condition, times);
    }

    private static void add(Results results, String condition, Times times) {
        results.addEvents(NAME, condition, "a step", times.steps());
        results.addEvents(NAME, condition, "sent", times.sent());
        results.addEvents(NAME, condition, "sent, until at the desk", times.alerts());
        results.add(NAME, condition, "sent, until at the desk", "missing", times.missing());
    }

    private Times measured(Council council, int count) throws Exception {
        List<Reporter> all = new ArrayList<>();
        List<Future<Optional<Reporter.Confirmed>>> reports = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = reporters++;
                Reporter reporter = council.reporter(number);
                all.add(reporter);
                reports.add(
                        people.submit(() -> reporter.reports(Council.LOST_PHONE, Council.ofLostPhone(number), STEPS)));
                Thread.sleep(EVERY);
            }
        }
        List<Reporter.Confirmed> confirmed = new ArrayList<>();
        for (Future<Optional<Reporter.Confirmed>> report : reports) {
            report.get().ifPresent(confirmed::add);
        }
        long deadline = System.nanoTime() + ALERT_WITHIN.toNanos();
        while (System.nanoTime() < deadline
                && confirmed.stream()
                        .anyMatch(report ->
                                council.teams().alerted(report.reference()).isEmpty())) {
            Thread.sleep(50);
        }
        List<Double> alerts = confirmed.stream()
                .flatMap(report ->
                        council.teams().alerted(report.reference()).stream().map(at -> (at - report.sentAt()) / 1e6))
                .toList();
        return new Times(
                all.stream().flatMap(reporter -> reporter.steps().stream()).toList(),
                confirmed.stream().map(Reporter.Confirmed::millis).toList(),
                alerts,
                count - alerts.size());
    }
}
