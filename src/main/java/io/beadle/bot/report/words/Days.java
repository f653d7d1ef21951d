package io.beadle.bot.report.words;

import java.time.LocalDate;
import java.util.Optional;

/** A day told in words, for whoever looks back. */
public final class Days {
    private Days() {}

    /** The day that the whole text tells, such as "last Tuesday" or "3 June"; none is after today. */
    public static Optional<LocalDate> day(String text, LocalDate today) {
        return DayReader.days(text, today).stream()
                .filter(day -> day.start() == 0 && day.end() == text.length())
                .map(DayReader.Day::date)
                .findFirst();
    }
}
