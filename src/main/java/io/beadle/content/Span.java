package io.beadle.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as officers write it: {@code 15m}, {@code 4h}, {@code 30d}, {@code 4 working hours} or
 * {@code 10 working days}. A working day is as long as the security team's own, so that it ends at the hour it began.
 */
public record Span(long amount, Unit unit) {
    /** What is counted. */
    public enum Unit {
        MINUTES,
        HOURS,
        DAYS,
        WORKING_HOURS,
        WORKING_DAYS
    }

    public static final Span NONE = new Span(0, Unit.MINUTES);

    private static final Pattern FORM = Pattern.compile("(\\d{1,5}) ?(m|h|d|working hours?|working days?)");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none of the forms
     */
    @JsonCreator
    public static Span parse(String written) {
        Matcher form = FORM.matcher(written.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + written + "\" is no length of time: write 15m, 4h, 30d, "
                    + "\"4 working hours\" or \"10 working days\"");
        }
        long amount = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "m" -> new Span(amount, Unit.MINUTES);
            case "h" -> new Span(amount, Unit.HOURS);
            case "d" -> new Span(amount, Unit.DAYS);
            case "working hour", "working hours" -> new Span(amount, Unit.WORKING_HOURS);
            default -> new Span(amount, Unit.WORKING_DAYS);
        };
    }

    /** Whether it passes at night and on holidays too. */
    public boolean isCalendar() {
        return unit != Unit.WORKING_HOURS && unit != Unit.WORKING_DAYS;
    }

    /** When it has passed since {@code start}. */
    public Instant after(Instant start, WorkingHours hours) {
        return switch (unit) {
            case MINUTES -> start.plus(Duration.ofMinutes(amount));
            case HOURS -> start.plus(Duration.ofHours(amount));
            case DAYS -> start.plus(Duration.ofDays(amount));
            case WORKING_HOURS -> hours.after(start, Duration.ofHours(amount));
            case WORKING_DAYS -> hours.after(start, hours.day().multipliedBy(amount));
        };
    }

    /** When it was still to pass before {@code end}. */
    public Instant before(Instant end, WorkingHours hours) {
        return switch (unit) {
            case MINUTES, HOURS, DAYS -> end.minus(onTheClock());
            case WORKING_HOURS -> hours.before(end, Duration.ofHours(amount));
            case WORKING_DAYS -> hours.before(end, hours.day().multipliedBy(amount));
        };
    }

    /** How long it is on the clock, where it is counted so. */
    public Duration onTheClock() {
        return switch (unit) {
            case MINUTES -> Duration.ofMinutes(amount);
            case HOURS -> Duration.ofHours(amount);
            case DAYS -> Duration.ofDays(amount);
            case WORKING_HOURS, WORKING_DAYS -> throw new IllegalStateException(this + " depends on when it begins");
        };
    }
}
