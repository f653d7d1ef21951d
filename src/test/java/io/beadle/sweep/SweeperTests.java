package io.beadle.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

@ExtendWith(OutputCaptureExtension.class)
class SweeperTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");
    private static final String TYPED = "Heliotrope-Zanzibar";

    private final List<Instant> done = new ArrayList<>();

    private final class Counting implements Sweep {
        private final long count;

        Counting(long count) {
            this.count = count;
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(7);
        }

        @Override
        public long sweep(Instant now) {
            done.add(now);
            return count;
        }
    }

    private static final class Failing implements Sweep {
        @Override
        public Duration every() {
            return Duration.ofHours(3);
        }

        @Override
        public long sweep(Instant now) {
            throw new IllegalStateException(TYPED);
        }
    }

    @Test
    void eachIsDoneAtItsIntervalAndNoneRightAfterTheStart() {
        assertThat(tasks(new Counting(0), new Failing()))
                .extracting(IntervalTask::getIntervalDuration)
                .containsExactly(Duration.ofMinutes(7), Duration.ofHours(3));
        assertThat(tasks(new Counting(0)))
                .extracting(IntervalTask::getInitialDelayDuration)
                .containsExactly(Sweeper.AFTER_START);
    }

    @Test
    void eachIsToldTheTimeAndWhatItDidIsLogged(CapturedOutput output) {
        tasks(new Counting(0), new Counting(3))
                .forEach(task -> task.getRunnable().run());
        assertThat(done).containsExactly(NOW, NOW);
        assertThat(output.getAll()).containsOnlyOnce("swept name=Counting").contains("count=3");
    }

    @Test
    void oneThatFailsHoldsUpNoOtherAndNothingOfItsMessageIsLogged(CapturedOutput output) {
        tasks(new Failing(), new Counting(1)).forEach(task -> task.getRunnable().run());
        assertThat(done).hasSize(1);
        assertThat(output.getAll())
                .contains("not swept name=Failing cause=java.lang.IllegalStateException")
                .doesNotContain(TYPED);
    }

    private static List<IntervalTask> tasks(Sweep... sweeps) {
        ScheduledTaskRegistrar registrar = new ScheduledTaskRegistrar();
        new Sweeper(List.of(sweeps), InstantSource.fixed(NOW)).configureTasks(registrar);
        return registrar.getFixedDelayTaskList();
    }
}
