package io.beadle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until the test moves it, at first at {@link FixedTime#NOW}. */
@Primary
final class MovedTime implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(FixedTime.NOW);

    @Override
    public Instant instant() {
        return now.get();
    }

    void set(Instant at) {
        now.set(at);
    }

    /** To that time, unless it is later already. */
    void reach(Instant at) {
        now.accumulateAndGet(at, (is, then) -> then.isAfter(is) ? then : is);
    }

    void pass(Duration time) {
        now.updateAndGet(is -> is.plus(time));
    }
}
