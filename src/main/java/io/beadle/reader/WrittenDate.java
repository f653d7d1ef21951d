package io.beadle.reader;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days and times as people read them. */
final class WrittenDate {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.UK);

    private WrittenDate() {}

    /** Such as {@code 9 June 2027}. */
    static String day(TemporalAccessor day) {
        return DAY.format(day);
    }

    /** Such as {@code 14:17 on 21 November 2026}. */
    static String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }
}
