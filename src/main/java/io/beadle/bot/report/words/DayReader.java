package io.beadle.bot.report.words;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the day on which something was. The day comes before the month; one that is told without its year or its month,
 * and a day of the week, is the last such day before today; of a weekend or a week it is the first day.
 */
final class DayReader {
    private static final String PART = "(?: (?<part>morning|afternoon|evening|night))?";
    private static final String WEEKDAY =
            "(?<weekday>mon|tues?|wed|thur?s?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final String MONTH = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "(?<day>\\d{1,2})";
    private static final String YEAR = "(?:,? (?<year>20\\d\\d))?";

    /** What may come after a bare number that is a day or an hour, and not a number of things. */
    static final String ENDS =
            "(?=ish\\b|\\s*+(?:$|[,.;!?)-])|\\s++(?:o'clock|today|yesterday|this|last|in|on|at|of|and"
                    + "|but|when|while|as|i|we|my|the|from|she|he|they|it|so|or|a|an|someone|somebody)\\b)";

    /** A day, the part of it in words or null, whether it is told as the day before, and where in the text. */
    record Day(LocalDate date, @Nullable String part, boolean yesterday, int start, int end) {}

    private record Rule(Pattern pattern, BiFunction<MatchResult, LocalDate, LocalDate> date) {
        Rule(String regex, BiFunction<MatchResult, LocalDate, LocalDate> date) {
            this(Pattern.compile("\\b" + regex + "(?!\\w)", Pattern.CASE_INSENSITIVE), date);
        }

        Stream<Day> days(String text, LocalDate today) {
            return pattern.matcher(text).results().flatMap(found -> day(found, today).stream());
        }

        private Optional<Day> day(MatchResult found, LocalDate today) {
            try {
                LocalDate day = date.apply(found, today);
                return day.isAfter(today)
                        ? Optional.empty()
                        : Optional.of(new Day(
                                day, group(found, "part"), relative(found.group()), found.start(), found.end()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** Where two tell a day from the same place on, the first listed does. */
    private static final List<Rule> RULES = List.of(
            new Rule("(?:earlier |some ?time )?today", (m, today) -> today),
            new Rule("(?:earlier )?this (?<part>morning|afternoon|evening)", (m, today) -> today),
            new Rule("the day before yesterday" + PART, (m, today) -> today.minusDays(2)),
            new Rule("(?:yesterday|yday|yest)" + PART, (m, today) -> today.minusDays(1)),
            new Rule("last (?<part>night|evening)", (m, today) -> today.minusDays(1)),
            new Rule(
                    "(?<n>an?|a couple of|\\d{1,3}|" + Numerals.SMALL
                            + ") (?<unit>day|week|fortnight|month|year)s? ago(?: today)?",
                    (m, today) -> ago(m, today)),
            new Rule(
                    "(?:(?:over|at|during|on) the|last|this) weekend",
                    (m, today) -> today.minusDays(1)
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
                            .minusDays(1)),
            new Rule(
                    "a week last " + WEEKDAY + PART,
                    (m, today) ->
                            today.with(TemporalAdjusters.previous(weekday(m))).minusDays(7)),
            new Rule(
                    WEEKDAY + PART + "(?: of)? last week",
                    (m, today) -> today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY))
                            .with(TemporalAdjusters.previousOrSame(weekday(m)))),
            new Rule(
                    "(?:" + WEEKDAY + ",? )?(?:the )?" + DAY + "(?:st|nd|rd|th)?(?: of)? ?" + MONTH + YEAR,
                    (m, today) -> date(m, today)),
            new Rule(MONTH + "(?: the)? " + DAY + "(?:st|nd|rd|th)?" + YEAR, (m, today) -> date(m, today)),
            new Rule(
                    "(?<!room |flat |unit |house |floor |block |number |no |[/\\d.])" + DAY
                            + "/(?<number>\\d{1,2})(?:/(?<year>20\\d\\d|\\d\\d))?(?![/\\d])",
                    (m, today) -> date(m, today)),
            new Rule(
                    "(?<![/\\d.-])" + DAY + "[.-](?<number>\\d{1,2})[.-](?<year>20\\d\\d|\\d\\d)(?![/\\d])",
                    (m, today) -> date(m, today)),
            new Rule("(?<iso>20\\d\\d-\\d\\d-\\d\\d)", (m, today) -> LocalDate.parse(m.group("iso"))),
            new Rule("the " + DAY + "(?:st|nd|rd|th)" + ENDS, (m, today) -> ofMonth(m, today)),
            new Rule(
                    "(?<!the |every |each |next |by |until |till |for )(?:last )?" + WEEKDAY + PART
                            + "(?! next| week| coming|'s)",
                    (m, today) -> today.with(TemporalAdjusters.previous(weekday(m)))),
            new Rule(
                    "(?:some ?time )?last week",
                    (m, today) -> today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY))
                            .with(TemporalAdjusters.previous(DayOfWeek.MONDAY))),
            new Rule(
                    "(?:some ?time )?last month",
                    (m, today) -> today.minusMonths(1).withDayOfMonth(1)));

    private DayReader() {}

    /** The days told, in the order in which they are told; none is after today. */
    static List<Day> days(String text, LocalDate today) {
        List<Day> all = RULES.stream()
                .flatMap(rule -> rule.days(text, today))
                .sorted(Comparator.comparingInt(Day::start)
                        .thenComparing(Comparator.comparingInt(Day::end).reversed()))
                .toList();
        return all.stream()
                .filter(day -> all.stream()
                        .noneMatch(other -> other.start() <= day.start()
                                && other.end() >= day.end()
                                && other.end() - other.start() > day.end() - day.start()))
                .toList();
    }

    private static boolean relative(String told) {
        String low = told.toLowerCase(Locale.UK);
        return low.startsWith("y") || low.startsWith("last night") || low.startsWith("last evening");
    }

    private static LocalDate ago(MatchResult found, LocalDate today) {
        int n = Numerals.value(found.group("n"));
        return switch (found.group("unit").toLowerCase(Locale.UK)) {
            case "day" -> today.minusDays(n);
            case "week" -> today.minusWeeks(n);
            case "fortnight" -> today.minusWeeks(2L * n);
            case "month" -> today.minusMonths(n);
            default -> today.minusYears(n);
        };
    }

    private static LocalDate date(MatchResult found, LocalDate today) {
        int day = Integer.parseInt(found.group("day"));
        String number = group(found, "number");
        int month = number == null ? month(found.group("month")) : Integer.parseInt(number);
        String year = group(found, "year");
        if (year != null) {
            return LocalDate.of(Integer.parseInt(year) % 100 + 2000, month, day);
        }
        LocalDate date = LocalDate.of(today.getYear(), month, day);
        return date.isAfter(today) ? date.minusYears(1) : date;
    }

    private static LocalDate ofMonth(MatchResult found, LocalDate today) {
        int day = Integer.parseInt(found.group("day"));
        return Stream.iterate(today.withDayOfMonth(1), month -> month.minusMonths(1))
                .limit(12)
                .filter(month -> day <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(day))
                .filter(date -> !date.isAfter(today))
                .findFirst()
                .orElseThrow(() -> new DateTimeException("No month has a day " + day));
    }

    private static int month(String word) {
        return Stream.of(Month.values())
                .filter(month -> month.name().startsWith(word.substring(0, 3).toUpperCase(Locale.UK)))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static DayOfWeek weekday(MatchResult found) {
        String word = found.group("weekday").substring(0, 3).toUpperCase(Locale.UK);
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(word))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String group(MatchResult found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }
}
