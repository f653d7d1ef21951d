package io.beadle.content;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Counts the hours in which the security team works: not at night, nor at weekends, on bank holidays or closure days. */
public final class WorkingHours {
    private final Duties.Week week;
    private final ZoneId zone;
    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

    public WorkingHours(Duties.Week week, ZoneId zone) {
        this.week = week;
        this.zone = zone;
    }

    /** When that much working time has passed since {@code start}; the last minute of a day counts to that day. */
    public Instant after(Instant start, Duration work) {
        Duration left = work;
        ZonedDateTime from = start.atZone(zone);
        while (true) {
            LocalDate day = from.toLocalDate();
            if (isWorkingDay(day)) {
                ZonedDateTime begins = day.atTime(week.begins()).atZone(zone);
                ZonedDateTime ends = day.atTime(week.ends()).atZone(zone);
                ZonedDateTime begun = from.isAfter(begins) ? from : begins;
                Duration today = Duration.between(begun, ends);
                if (left.compareTo(today) <= 0) {
                    return begun.plus(left).toInstant();
                }
                left = today.isNegative() ? left : left.minus(today);
            }
            from = day.plusDays(1).atStartOfDay(zone);
        }
    }

    /** When that much working time was still to come before {@code end}; the first minute of a day counts to that day. */
    public Instant before(Instant end, Duration work) {
        Duration left = work;
        ZonedDateTime until = end.atZone(zone);
        while (true) {
            LocalDate day = until.toLocalDate();
            if (isWorkingDay(day)) {
                ZonedDateTime begins = day.atTime(week.begins()).atZone(zone);
                ZonedDateTime ends = day.atTime(week.ends()).atZone(zone);
                ZonedDateTime ended = until.isBefore(ends) ? until : ends;
                Duration today = Duration.between(begins, ended);
                if (left.compareTo(today) <= 0) {
                    return ended.minus(left).toInstant();
                }
                left = today.isNegative() ? left : left.minus(today);
            }
            until = day.atStartOfDay(zone).minusNanos(1);
        }
    }

    /** When work ends on that day, which need not be a working day; empty if it is no date in ISO form. */
    public Optional<Instant> endOf(String day) {
        try {
            return Optional.of(
                    LocalDate.parse(day).atTime(week.ends()).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How long a working day is. */
    public Duration day() {
        return Duration.between(week.begins(), week.ends());
    }

    /** Whether the security team works at that moment. */
    public boolean isNow(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return isWorkingDay(local.toLocalDate())
                && !local.toLocalTime().isBefore(week.begins())
                && local.toLocalTime().isBefore(week.ends());
    }

    private boolean isWorkingDay(LocalDate day) {
        return week.workingDays().contains(day.getDayOfWeek())
                && !week.closures().contains(day)
                && !holidays.isHoliday(day, subdivision());
    }

    private String subdivision() {
        return switch (week.nation()) {
            case ENGLAND -> "eng";
            case WALES -> "wls";
            case SCOTLAND -> "sct";
            case NORTHERN_IRELAND -> "nir";
        };
    }
}
