package io.beadle.teams;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * How much of something each person may have: some at once, and then so much a minute. Safe for many threads. Whoever has
 * all of it back is forgotten, so that as many are remembered as came within the last minutes, and never more than
 * {@value #MOST}.
 */
public final class Allowances {
    static final int MOST = 50_000;

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Rate rate;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Spent> people = new ConcurrentHashMap<>();

    /**
     * How much.
     *
     * @param atOnce at most, by somebody who took nothing for a while
     * @param perMinute how much of it comes back in a minute
     */
    public record Rate(int atOnce, int perMinute) {
        private static final int HIGHEST = 1_000_000;

        public Rate {
            if (atOnce < 1 || perMinute < 1 || atOnce > HIGHEST || perMinute > HIGHEST) {
                throw new IllegalArgumentException("at-once and per-minute must be between 1 and " + HIGHEST
                        + ": they are " + atOnce + " and " + perMinute);
            }
        }
    }

    /** Whether there was one left to take. */
    public enum Taken {
        YES,
        NO,
        /** No, and that was so the last time already. */
        STILL_NO
    }

    /** When all will have come back, by {@link System#nanoTime}, and what came of the last try. */
    private record Spent(long until, Taken last) {}

    public Allowances(Rate rate) {
        this(rate, System::nanoTime);
    }

    /** With a clock of one's own that counts nanoseconds, from anywhere; it must not go back. */
    public Allowances(Rate rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
    }

    /** Takes one, if there is one left. */
    public Taken take(String person) {
        long now = nanoTime.getAsLong();
        if (people.size() >= MOST) {
            people.values().removeIf(spent -> spent.until() - now <= 0);
        }
        if (people.size() >= MOST) {
            people.clear(); // better to let somebody have more than to keep more in mind
        }
        return people.merge(person, first(now), (before, first) -> next(before, now))
                .last();
    }

    /** How many are remembered. */
    int remembered() {
        return people.size();
    }

    private Spent first(long now) {
        return new Spent(now + each(), Taken.YES);
    }

    private Spent next(Spent before, long now) {
        long owed = Math.max(0, before.until() - now);
        if (owed <= (rate.atOnce() - 1) * each()) {
            return new Spent(now + owed + each(), Taken.YES);
        }
        return new Spent(before.until(), before.last() == Taken.YES ? Taken.NO : Taken.STILL_NO);
    }

    private long each() {
        return MINUTE_NANOS / rate.perMinute();
    }
}
