package io.beadle.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as British documents write it: {@code 12 May 2025}, {@code 12th May 2025}, {@code 12/05/2025}, {@code 12.5.25},
 * {@code 2025-05-12}, {@code May 2025} or {@code 05/2025}. The day comes before the month.
 *
 * @param first the day, or the first day of the month where only a month is told
 * @param last the day, or the last day of that month
 */
public record BritishDate(LocalDate first, LocalDate last) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?";
    private static final Pattern NUMBERS = Pattern.compile("(?:(\\d{1,2})[/. -])?(\\d{1,2})[/. -](\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern WORDS = Pattern.compile(
            WEEKDAY + "(?:(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?)?([a-z]{3,9})\\.?,?[ -](\\d{4}|\\d{2})");

    /** Empty if it is none, or a day that does not exist. */
    public static Optional<BritishDate> parse(String written) {
        String text = written.strip().toLowerCase(Locale.UK).replaceAll("\\s+", " ");
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return Optional.of(day(LocalDate.parse(text)));
            }
            Matcher numbers = NUMBERS.matcher(text);
            if (numbers.matches()) {
                return of(numbers, Integer.parseInt(numbers.group(2)));
            }
            Matcher words = WORDS.matcher(text);
            return words.matches() ? of(words, month(words.group(2))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<BritishDate> of(Matcher found, int month) {
        int year = Integer.parseInt(found.group(3));
        YearMonth in = YearMonth.of(year < 100 ? 2000 + year : year, month);
        return Optional.of(
                found.group(1) == null
                        ? new BritishDate(in.atDay(1), in.atEndOfMonth())
                        : day(in.atDay(Integer.parseInt(found.group(1)))));
    }

    private static BritishDate day(LocalDate date) {
        return new BritishDate(date, date);
    }

    /** From 1; 0, which no date takes, for what is no month. {@code Sept} is one. */
    private static int month(String word) {
        int month = MONTHS.indexOf(word.substring(0, 3)) + 1;
        boolean whole = month > 0
                && java.time.Month.of(month)
                        .name()
                        .toLowerCase(Locale.UK)
                        .startsWith(word.equals("sept") ? "sep" : word);
        return whole ? month : 0;
    }
}
