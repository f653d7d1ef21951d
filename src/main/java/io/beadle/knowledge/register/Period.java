package io.beadle.knowledge.register;

import io.beadle.content.BritishDate;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Until when something counts that is "due next month". */
final class Period {
    private static final int SOON_DAYS = 90;
    private static final Pattern NEXT =
            Pattern.compile("(?:in|within|over) (?:the )?(?:next|coming) (?:(\\d{1,3}) )?(day|week|month|year)s?");
    private static final Pattern DATE = Pattern.compile("(?:in|by|before) (?:the end of )?(.+)");

    private Period() {}

    /** The last day of it; empty if the words are no period. A day or month without a year is the next of its name. */
    static Optional<LocalDate> end(String words, LocalDate today) {
        return switch (words) {
            case "now" -> Optional.of(today);
            case "soon", "next" -> Optional.of(today.plusDays(SOON_DAYS));
            case "this month" -> Optional.of(YearMonth.from(today).atEndOfMonth());
            case "next month" -> Optional.of(YearMonth.from(today).plusMonths(1).atEndOfMonth());
            case "this quarter" ->
                Optional.of(
                        today.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1));
            case "this year" -> Optional.of(LocalDate.of(today.getYear(), Month.DECEMBER, 31));
            case "next year" -> Optional.of(LocalDate.of(today.getYear() + 1, Month.DECEMBER, 31));
            default -> next(words, today).or(() -> date(words, today));
        };
    }

    private static Optional<LocalDate> next(String words, LocalDate today) {
        Matcher found = NEXT.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        int count = found.group(1) == null ? 1 : Integer.parseInt(found.group(1));
        return Optional.of(
                switch (found.group(2)) {
                    case "day" -> today.plusDays(count);
                    case "week" -> today.plusWeeks(count);
                    case "month" -> today.plusMonths(count);
                    default -> today.plusYears(count);
                });
    }

    private static Optional<LocalDate> date(String words, LocalDate today) {
        Matcher found = DATE.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        String date = found.group(1);
        if (date.matches("20\\d\\d")) {
            return Optional.of(LocalDate.of(Integer.parseInt(date), Month.DECEMBER, 31));
        }
        return BritishDate.parse(date)
                .or(() -> BritishDate.parse(date + " " + today.getYear())
                        .filter(day -> !day.last().isBefore(today)))
                .or(() -> BritishDate.parse(date + " " + (today.getYear() + 1)))
                .map(BritishDate::last);
    }
}
