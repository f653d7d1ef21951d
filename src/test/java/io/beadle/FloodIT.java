package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * One person asks as fast as a machine can. What is asserted are counts; how long the others waited is printed, for it
 * depends on the machine: {@code ./mvnw test -Dtest=FloodIT}.
 */
@TestPropertySource(
        properties = {
            "beadle.limits.questions.at-once=" + FloodIT.AT_ONCE,
            "beadle.limits.questions.per-minute=1",
            "beadle.limits.reports.at-once=3",
            "beadle.limits.reports.per-minute=1",
        })
class FloodIT extends RunningBeadle {
    static final int AT_ONCE = 10;
    private static final int FLOOD = 400;
    private static final int OTHERS = 20;
    private static final int EACH = 5;
    private static final String QUESTION = "What do I do if my laptop is stolen?";

    @Autowired
    private MeterRegistry meters;

    @Test
    void oneWhoFloodsTakesNothingFromTheOthers() {
        List<Colleague> people = IntStream.range(0, 2 * OTHERS)
                .mapToObj(n -> new Colleague("Other" + n + UUID.randomUUID(), port, CONNECTOR))
                .toList();
        waits(people.subList(0, 1)); // the first question warms up
        List<Long> alone = waits(people.subList(1, OTHERS));
        double before = refused("question");

        List<Long> beside;
        try (ExecutorService flood = Executors.newFixedThreadPool(16)) {
            List<CompletableFuture<Void>> sent = IntStream.range(0, FLOOD)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> sam.says(QUESTION), flood))
                    .toList();
            beside = waits(people.subList(OTHERS, 2 * OTHERS));
            sent.forEach(CompletableFuture::join);
        }

        System.out.printf(
                "%nothers asked %d questions each, milliseconds: alone p50 %d p99 %d; beside a flood of %d p50 %d p99 %d%n",
                EACH,
                percentile(alone, 50),
                percentile(alone, 99),
                FLOOD,
                percentile(beside, 50),
                percentile(beside, 99));
        assertThat(people.subList(1, 2 * OTHERS))
                .allSatisfy(other -> assertThat(answers(other)).hasSize(EACH));
        assertThat(answers(sam)).hasSize(AT_ONCE);
        assertThat(refused("question") - before).isEqualTo(FLOOD - AT_ONCE);
        assertThat(texts(sam).filter(text -> text.contains("more than I can answer at once")))
                .singleElement()
                .asString()
                .contains("You can still report", "01632 960100");
    }

    /** Nobody who is in the middle of something is stopped, and whoever may begin no more is given the numbers. */
    @Test
    void whoeverAskedTooMuchCanStillReportAndWhoeverReportsTooMuchCanSendWhatTheyBegan() {
        for (int n = 0; n <= AT_ONCE; n++) {
            sam.says(QUESTION);
        }
        sam.says("I left my work phone on the 38 bus this morning");
        JsonNode first = Objects.requireNonNull(Colleague.card(sam.received().getLast()));
        assertThat(first.toString()).contains("report.send");
        for (int n = 0; n < 3; n++) {
            sam.says("report");
        }
        assertThat(sam.received().getLast().path("text").asString())
                .contains("did not begin this one", "ring 999", "01632 960100");

        JsonNode receipt = sam.presses(
                "Send now",
                first,
                Map.of(
                        "answer-danger",
                        "no",
                        "answer-what",
                        "phone",
                        "answer-where",
                        "The 38 bus",
                        "answer-happened-date",
                        "2026-11-21",
                        "answer-happened-time",
                        "08:12"),
                "activity-1");
        assertThat(receipt.toString()).contains("received");
    }

    private static List<Long> waits(List<Colleague> people) {
        List<Long> waits = new ArrayList<>();
        for (int n = 0; n < EACH; n++) {
            for (Colleague person : people) {
                long begun = System.nanoTime();
                person.says(QUESTION);
                waits.add((System.nanoTime() - begun) / 1_000_000);
            }
        }
        return waits.stream().sorted().toList();
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    private static List<String> answers(Colleague person) {
        return texts(person).filter(text -> text.contains("> ")).toList();
    }

    private static Stream<String> texts(Colleague person) {
        return person.received().stream().map(activity -> activity.path("text").asString());
    }

    private double refused(String kind) {
        return meters.counter("beadle.limits.refused", "kind", kind).count();
    }
}
