package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody has to do by a time.
 *
 * @param key unique within the incident
 * @param stage how many times the clock has acted on it, from 0
 * @param due when the clock must look at it next; null when it has nothing more to do
 * @param ended when it was done or no longer mattered, null while it is open
 * @param by who ended it, null for Beadle itself and while it is open
 */
public record Duty(
        String key,
        Kind kind,
        int stage,
        @Nullable Instant due,
        @Nullable Instant ended,
        @Nullable Person by) {
    public enum Kind {
        /** The desk acknowledges in time; the reporter is told when it does not (G6). */
        ACKNOWLEDGEMENT,
        /** The reporter says what is still missing; in the end the desk asks. */
        FACTS
    }

    static Duty of(Kind kind, Instant due) {
        return new Duty(kind.name(), kind, 0, due, null, null);
    }

    public boolean isOpen() {
        return ended == null;
    }

    /** Whether the clock has to act on it now. */
    public boolean isDue(Instant now) {
        return isOpen() && due != null && !due.isAfter(now);
    }

    Duty moved(@Nullable Instant next) {
        return new Duty(key, kind, stage + 1, next, null, null);
    }

    Duty end(Instant at, @Nullable Person person) {
        return isOpen() ? new Duty(key, kind, stage, null, at, person) : this;
    }
}
