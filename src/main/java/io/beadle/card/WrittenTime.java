package io.beadle.card;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as people read them, in the council's time zone. */
@Component
public final class WrittenTime {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final ZoneId zone;

    public WrittenTime(ZoneId zone) {
        this.zone = zone;
    }

    /** Such as {@code 14:32}, where the day does not matter. */
    String clock(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    /** Such as {@code 14:32 on Friday 20 November}: for what stands where the year is known. */
    public String onDay(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        return TIME.format(local) + " on " + DAY.format(local);
    }

    /** Such as {@code 14:32 on Friday 20 November 2026}: for what is read on another day than it was written. */
    public String inFull(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        return TIME.format(local) + " on " + DAY_AND_YEAR.format(local);
    }

    /** Such as {@code Friday 20 November 2026}. */
    public static String day(LocalDate day) {
        return DAY_AND_YEAR.format(day);
    }

    /** Such as {@code 20 November 2026}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** In whole minutes, hours and days, such as {@code 1 hour 5 minutes}; a part of a minute counts as one. */
    public static String of(Duration duration) {
        long minutes = (duration.abs().toSeconds() + 59) / 60;
        if (minutes >= 48 * 60) {
            return count(minutes / (24 * 60), "day");
        }
        long hours = minutes / 60;
        long rest = minutes % 60;
        if (hours == 0) {
            return count(rest, "minute");
        }
        return count(hours, "hour") + (rest == 0 ? "" : " " + count(rest, "minute"));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
