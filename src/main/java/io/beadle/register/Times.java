package io.beadle.register;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in papers and tables, in the council's time zone. */
record Times(ZoneId zone) {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter SORTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.UK);

    /** Such as {@code 20 November 2026, 14:32}. */
    String written(Instant time) {
        return WRITTEN.format(time.atZone(zone));
    }

    /** Such as {@code 2026-11-20 14:32}, which a spreadsheet can sort. */
    String sorted(Instant time) {
        return SORTED.format(time.atZone(zone));
    }
}
