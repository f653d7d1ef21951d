package io.beadle.register;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some days in a row, as people name them: a month, a quarter, a year, a week.
 *
 * @param first its first day
 * @param after the first day after it
 */
public record Stretch(LocalDate first, LocalDate after) {
    private static final Pattern RELATIVE = Pattern.compile("(?<which>this|last) (?<unit>week|month|quarter|year)");
    private static final Pattern LAST = Pattern.compile("(?:the )?last (?<n>\\d{1,3}) (?<unit>day|week|month)s?");
    private static final Pattern QUARTER = Pattern.compile("q(?<q>[1-4])(?: ?(?:of )?(?<year>20\\d\\d))?");
    private static final Pattern YEAR = Pattern.compile("(?<year>20\\d\\d)");

    /** A council's year: April to March. */
    private static final Pattern FINANCIAL = Pattern.compile("(?<year>20\\d\\d)/(?<end>\\d\\d)");

    private static final Pattern MONTH = Pattern.compile(
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?"
                    + "|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?: (?<year>20\\d\\d))?");
    private static final Pattern CODE =
            Pattern.compile("(?<first>20\\d\\d-\\d\\d-\\d\\d)/(?<after>20\\d\\d-\\d\\d-\\d\\d)");
    private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH_ALONE = DateTimeFormatter.ofPattern("MMMM", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final int APRIL = 4;

    public Stretch {
        if (!first.isBefore(after)) {
            throw new IllegalArgumentException("Begins at " + first + ", not before its end at " + after);
        }
    }

    static Stretch of(YearMonth month) {
        return months(month.atDay(1), 1);
    }

    private static Stretch months(LocalDate first, int months) {
        return new Stretch(first, first.plusMonths(months));
    }

    /**
     * What the whole text names; one told without its year is the last that has begun by today.
     *
     * @param text in small letters
     */
    public static Optional<Stretch> named(String text, LocalDate today) {
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return Optional.of(
                    relative(relative.group("unit"), relative.group("which").equals("last"), today));
        }
        Matcher last = LAST.matcher(text);
        if (last.matches()) {
            int n = Math.max(1, Integer.parseInt(last.group("n")));
            LocalDate first = switch (last.group("unit")) {
                case "day" -> today.minusDays(n);
                case "week" -> today.minusWeeks(n);
                default -> today.minusMonths(n);
            };
            return Optional.of(new Stretch(first, today.plusDays(1)));
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            int month = 3 * Integer.parseInt(quarter.group("q")) - 2;
            return Optional.of(months(begun(month, quarter.group("year"), today), 3));
        }
        Matcher financial = FINANCIAL.matcher(text);
        if (financial.matches()) {
            int year = Integer.parseInt(financial.group("year"));
            return Integer.parseInt(financial.group("end")) == (year + 1) % 100
                    ? Optional.of(months(LocalDate.of(year, APRIL, 1), 12))
                    : Optional.empty();
        }
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(months(LocalDate.of(Integer.parseInt(year.group("year")), 1, 1), 12));
        }
        Matcher month = MONTH.matcher(text);
        return month.matches()
                ? Optional.of(months(begun(month(month.group("month")), month.group("year"), today), 1))
                : Optional.empty();
    }

    /** The calendar quarter that was over last on that day. */
    public static Stretch quarterBefore(LocalDate day) {
        return relative("quarter", true, day);
    }

    /** The council's year, April to March, that was over last on that day. */
    public static Stretch councilYearBefore(LocalDate day) {
        LocalDate april = LocalDate.of(day.getYear(), APRIL, 1);
        return months((april.isAfter(day) ? april.minusYears(1) : april).minusYears(1), 12);
    }

    /** The calendar quarters that it is made of where it is made of several whole ones; none otherwise. */
    List<Stretch> quarters() {
        List<Stretch> quarters = Stream.iterate(
                        months(first.with(IsoFields.DAY_OF_QUARTER, 1), 3), quarter -> months(quarter.after, 3))
                .takeWhile(quarter -> quarter.first.isBefore(after))
                .toList();
        boolean whole = quarters.getFirst().first.equals(first)
                && quarters.getLast().after.equals(after);
        return whole && quarters.size() > 1 ? quarters : List.of();
    }

    private static Stretch relative(String unit, boolean last, LocalDate today) {
        return switch (unit) {
            case "week" -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                LocalDate first = last ? monday.minusWeeks(1) : monday;
                yield new Stretch(first, first.plusWeeks(1));
            }
            case "month" -> months(today.withDayOfMonth(1).minusMonths(last ? 1 : 0), 1);
            case "quarter" -> months(today.with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(last ? 3 : 0), 3);
            default -> months(today.withDayOfYear(1).minusYears(last ? 1 : 0), 12);
        };
    }

    private static LocalDate begun(int month, @Nullable String year, LocalDate today) {
        if (year != null) {
            return LocalDate.of(Integer.parseInt(year), month, 1);
        }
        LocalDate first = LocalDate.of(today.getYear(), month, 1);
        return first.isAfter(today) ? first.minusYears(1) : first;
    }

    private static int month(String word) {
        for (Month month : Month.values()) {
            if (month.name().startsWith(word.substring(0, 3).toUpperCase(Locale.UK))) {
                return month.getValue();
            }
        }
        throw new IllegalArgumentException("No month is called so");
    }

    /** Names it on buttons and in keys, {@code 2026-10-01/2026-11-01}. */
    public String code() {
        return first + "/" + after;
    }

    /** What {@link #code} wrote; empty for anything else. */
    public static Optional<Stretch> of(String code) {
        Matcher days = CODE.matcher(code);
        try {
            return days.matches()
                    ? Optional.of(
                            new Stretch(LocalDate.parse(days.group("first")), LocalDate.parse(days.group("after"))))
                    : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As people read it: "October 2026", "July to September 2026", "2 November 2026 to 8 November 2026". */
    public String title() {
        LocalDate last = after.minusDays(1);
        boolean whole = first.getDayOfMonth() == 1 && after.getDayOfMonth() == 1;
        if (!whole) {
            return DAY.format(first) + " to " + DAY.format(last);
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return MONTH_NAME.format(first);
        }
        return (first.getYear() == last.getYear() ? MONTH_ALONE : MONTH_NAME).format(first) + " to "
                + MONTH_NAME.format(last);
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(after);
    }
}
