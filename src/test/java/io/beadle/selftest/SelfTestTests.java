package io.beadle.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.selftest.Finding.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class SelfTestTests {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @Test
    void tellsTheWorstFirst() {
        SelfTest test = test(
                Duration.ofSeconds(10),
                check("b", Finding.ok("b", "fine")),
                check("d", Finding.failed("d", "bad")),
                check("a", Finding.ok("a", "fine"), Finding.warning("c", "soon")));

        assertThat(test.run().findings()).extracting(Finding::about).containsExactly("d", "c", "a", "b");
        assertThat(test.run().state()).isEqualTo(State.FAILED);
    }

    @Test
    void aPartThatThrowsHasFailedAndSaysNothingOfWhatItWasAbout() {
        SelfTest test = test(Duration.ofSeconds(10), check("a", () -> {
            throw new IllegalStateException("Mrs Smith's report");
        }));

        assertThat(test.run().findings())
                .containsExactly(Finding.failed("a", "selftest.broke", "IllegalStateException"));
    }

    @Test
    void aPartThatHangsHoldsUpNoOther() {
        CountDownLatch never = new CountDownLatch(1);
        SelfTest test = test(
                Duration.ofMillis(200),
                check("a", () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                }),
                check("b", Finding.ok("b", "fine")));

        assertThat(test.run().findings())
                .containsExactly(Finding.failed("a", "selftest.silent"), Finding.ok("b", "fine"));
    }

    @Test
    void whoeverAsksAgainAtOnceGetsTheSameAnswer() {
        AtomicInteger asked = new AtomicInteger();
        SelfTest test = test(Duration.ofSeconds(10), check("a", () -> {
            asked.incrementAndGet();
            return List.of();
        }));

        test.run();
        now.set(NOON.plusSeconds(9));
        test.run();
        assertThat(asked).hasValue(1);

        now.set(NOON.plusSeconds(11));
        test.run();
        assertThat(asked).hasValue(2);
    }

    @Test
    void theHealthSaysWhatFailedAndBeginsNoTest() {
        AtomicInteger asked = new AtomicInteger();
        SelfTest test = test(Duration.ofSeconds(10), check("selftest.token", () -> {
            asked.incrementAndGet();
            return List.of(
                    Finding.failed("selftest.token", "none"), Finding.warning("selftest.disk", "selftest.disk.low"));
        }));
        SelfTestHealthIndicator health = new SelfTestHealthIndicator(test);

        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(asked).hasValue(0);

        test.run();
        Health after = health.health();
        assertThat(after.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(after.getDetails())
                .containsEntry("failed", List.of("token"))
                .containsEntry("warning", List.of("disk"));
        assertThat(asked).hasValue(1);
    }

    private SelfTest test(Duration longest, SelfCheck... checks) {
        return new SelfTest(List.of(checks), longest, (InstantSource) now::get);
    }

    private static SelfCheck check(String about, Finding... findings) {
        return check(about, () -> List.of(findings));
    }

    private static SelfCheck check(String about, Supplier<List<Finding>> look) {
        return new SelfCheck() {
            @Override
            public String about() {
                return about;
            }

            @Override
            public List<Finding> look(Instant at) {
                return look.get();
            }
        };
    }
}
