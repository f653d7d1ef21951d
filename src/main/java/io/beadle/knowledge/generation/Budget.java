package io.beadle.knowledge.generation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The tokens that may still be used today, by this instance. */
final class Budget {
    private final long daily;
    private final InstantSource clock;
    private LocalDate day = LocalDate.EPOCH;
    private long used;

    /** @param daily 0 for no limit */
    Budget(long daily, InstantSource clock) {
        this.daily = daily;
        this.clock = clock;
    }

    synchronized boolean isLeft() {
        turn();
        return daily == 0 || used < daily;
    }

    synchronized void use(long tokens) {
        turn();
        used += tokens;
    }

    private void turn() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            used = 0;
        }
    }
}
