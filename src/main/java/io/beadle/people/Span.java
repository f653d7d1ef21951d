package io.beadle.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A time with a beginning and an end: an absence, a shift. The end is no longer part of it. */
public record Span(Instant from, Instant to) {
    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A time must end after it begins: from=" + from + " to=" + to);
        }
    }

    /** Those days, the last one included, in the council's time zone. */
    public static Span ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** From one time on the clock to another; the night on which the clocks change makes it an hour longer or shorter. */
    public static Span ofTimes(LocalDateTime from, LocalDateTime to, ZoneId zone) {
        return new Span(from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Whether it is over. */
    public boolean isPast(Instant now) {
        return !now.isBefore(to);
    }
}
