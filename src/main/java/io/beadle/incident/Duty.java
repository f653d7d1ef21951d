package io.beadle.incident;

import io.beadle.content.DutyRule;
import io.beadle.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody has to do by a time.
 *
 * @param key unique within the incident: the rule's id, and behind a {@code /} the key of the act it arose of
 * @param rule the duty's id in {@code bot/duties.yaml}
 * @param people how many different people must do it
 * @param closing what closing the incident means for it
 * @param begins what its time is counted from
 * @param due when it is to be done, null where it has no time
 * @param taken how many of the rule's steps were taken
 * @param next when the clock must look at it; null when it has nothing more to do
 * @param ended when it was done or no longer mattered, null while it is open
 * @param by who ended it, null for Beadle itself and while it is open
 * @param end how it ended, null while it is open
 */
public record Duty(
        String key,
        String rule,
        int people,
        DutyRule.Closing closing,
        Instant begins,
        @Nullable Instant due,
        int taken,
        @Nullable Instant next,
        @Nullable Instant ended,
        @Nullable Person by,
        @Nullable End end) {
    /** The desk acknowledges in time (G17). */
    public static final String ACKNOWLEDGE = "acknowledge";

    /** The reporter says what is still missing; in the end the desk asks. */
    public static final String FACTS = "facts";

    /** Somebody decides on telling the Information Commissioner, within the law's 72 hours (G2, G21). */
    public static final String ICO = "ico-decision";

    /** How a duty ended. */
    public enum End {
        DONE,
        /** It is not done, and somebody said why. */
        WAIVED,
        /** It no longer matters. */
        VOID
    }

    /** One that {@value DutyRule#TWO} people must do, until the content says otherwise. */
    static Duty of(String rule, DutyRule.Closing closing, Instant begins, @Nullable Instant due) {
        return new Duty(rule, rule, DutyRule.TWO, closing, begins, due, 0, due, null, null, null);
    }

    public boolean isOpen() {
        return ended == null;
    }

    /** Whether it was not done in time, or is not yet and the time is over. */
    public boolean isLate(Instant now) {
        return due != null && (ended == null ? now : ended).isAfter(due);
    }

    /** Whether the clock has to act on it now. */
    boolean isToBeLookedAt(Instant now) {
        return isOpen() && next != null && !next.isAfter(now);
    }

    Duty looked(int steps, @Nullable Instant again) {
        return new Duty(key, rule, people, closing, begins, due, steps, again, ended, by, end);
    }

    /** The clock takes its steps from the first on: of those that were taken nobody was told. */
    Duty again(Instant at) {
        return isOpen() ? looked(0, at) : this;
    }

    Duty clocked(Instant from, @Nullable Instant until) {
        return new Duty(key, rule, people, closing, from, until, taken, next, ended, by, end);
    }

    /** The same for so many people to do. */
    Duty forPeople(int wanted) {
        return new Duty(key, rule, wanted, closing, begins, due, taken, next, ended, by, end);
    }

    /** The same, ended by another. */
    Duty by(Person other) {
        return new Duty(key, rule, people, closing, begins, due, taken, next, ended, other, end);
    }

    Duty end(Instant at, @Nullable Person person, End how) {
        return isOpen() ? new Duty(key, rule, people, closing, begins, due, taken, null, at, person, how) : this;
    }
}
