package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.teams.Allowances.Rate;
import io.beadle.teams.Allowances.Taken;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowancesTests {
    /** {@link System#nanoTime} begins anywhere, and may pass the largest number. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final Allowances allowances = new Allowances(new Rate(3, 6), now::get);

    @Test
    void soMuchAtOnceAndThenOneByOne() {
        assertThat(take("ada", 3)).isEqualTo(3);
        assertThat(allowances.take("ada")).isEqualTo(Taken.NO);
        assertThat(allowances.take("ada")).isEqualTo(Taken.STILL_NO);

        after(Duration.ofSeconds(9));
        assertThat(allowances.take("ada")).isEqualTo(Taken.STILL_NO);
        after(Duration.ofSeconds(1));
        assertThat(allowances.take("ada")).isEqualTo(Taken.YES);
        assertThat(allowances.take("ada")).isEqualTo(Taken.NO);
    }

    @Test
    void allOfItComesBackAndNoMore() {
        take("ada", 10);
        after(Duration.ofHours(1));
        assertThat(take("ada", 10)).isEqualTo(3);
    }

    @Test
    void oneTakesNothingFromAnother() {
        take("ada", 1_000);
        assertThat(take("ben", 3)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60})
    void remembersSoManyAtMost(long secondsBetween) {
        for (int person = 0; person < Allowances.MOST + 10; person++) {
            allowances.take("person-" + person);
        }
        after(Duration.ofSeconds(secondsBetween));
        allowances.take("another");
        assertThat(allowances.remembered()).isLessThanOrEqualTo(Allowances.MOST);
    }

    @Test
    void whoeverHasAllOfItBackIsForgottenBeforeAnybodyElse() {
        for (int person = 0; person < Allowances.MOST - 1; person++) {
            allowances.take("person-" + person);
        }
        after(Duration.ofSeconds(10));
        take("ada", 3);

        allowances.take("another");

        assertThat(allowances.remembered()).isEqualTo(2);
        assertThat(allowances.take("ada")).isEqualTo(Taken.NO);
    }

    @Test
    void aRateLetsSomethingThrough() {
        assertThatThrownBy(() -> new Rate(0, 5)).hasMessageContaining("at-once").hasMessageContaining("0 and 5");
        assertThatThrownBy(() -> new Rate(5, 1_000_001)).hasMessageContaining("1000001");
    }

    private long take(String person, int times) {
        return IntStream.range(0, times)
                .filter(n -> allowances.take(person) == Taken.YES)
                .count();
    }

    private void after(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
