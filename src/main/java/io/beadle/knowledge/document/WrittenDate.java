package io.beadle.knowledge.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people in the United Kingdom write them: day before month. */
public final class WrittenDate {
    private static final String MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";

    /** Matches one, as in {@code 06/10/2026}, {@code 6.10.26}, {@code 6th October 2026}, {@code Oct 2026}, {@code 2026-10-06}. */
    static final String PATTERN = "(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2}(?!\\d))|\\d{4}-\\d{2}-\\d{2}"
            + "|(?:\\d{1,2}(?:st|nd|rd|th)? ?(?:of )?)?(?i:" + MONTHS + "),? ?\\d{4})";

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");
    private static final Pattern WORDS = Pattern.compile("(?:(\\d{1,2})\\D{0,6})?(?i:(" + MONTHS + ")),? ?(\\d{4})");
    private static final int CENTURY = 2000;

    private WrittenDate() {}

    /** The day; the first of the month where only a month is written. Empty where it is no date. */
    public static Optional<LocalDate> first(String written) {
        return read(written, 1);
    }

    /** The day; the last of the month where only a month is written. Empty where it is no date. */
    public static Optional<LocalDate> last(String written) {
        return read(written, 31);
    }

    private static Optional<LocalDate> read(String written, int dayOfMonth) {
        String date = written.strip();
        try {
            Matcher numbers = NUMBERS.matcher(date);
            if (numbers.matches()) {
                int year = Integer.parseInt(numbers.group(3));
                return Optional.of(LocalDate.of(
                        year < 100 ? CENTURY + year : year,
                        Integer.parseInt(numbers.group(2)),
                        Integer.parseInt(numbers.group(1))));
            }
            Matcher words = WORDS.matcher(date);
            if (words.matches()) {
                YearMonth month = YearMonth.of(Integer.parseInt(words.group(3)), month(words.group(2)));
                return Optional.of(
                        words.group(1) == null
                                ? month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()))
                                : month.atDay(Integer.parseInt(words.group(1))));
            }
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Month month(String name) {
        String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().startsWith(start)) {
                return month;
            }
        }
        throw new DateTimeException("No month: " + name);
    }
}
