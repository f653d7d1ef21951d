package io.beadle.bot.report.words;

import io.beadle.bot.report.words.DayReader.Day;
import io.beadle.bot.report.words.HourReader.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads when it happened, and when it was noticed if that is told apart. Of what is said of the future, of what may be,
 * and of what was not, nothing is taken.
 */
final class MomentReader {
    private static final String HAPPENED = "happened";
    private static final String NOTICED = "noticed";

    private static final Pattern JUST_NOW = pattern("\\b(?:just|right|only) now\\b|\\bthis (?:minute|second)\\b"
            + "|\\b(?:(?:a|one) (?:minute|moment|second)|(?:a )?(?:few|couple(?: of)?) (?:minutes|mins|moments|seconds)"
            + "|seconds|moments) ago\\b");
    private static final Pattern AGO = pattern("\\b(?:(?<half>half an hour)|(?<more>an hour and a half)|(?<n>an?"
            + "|a couple of|a quarter of an|\\d{1,3}|twenty|thirty|forty|fifty|" + Numerals.SMALL
            + ") (?<unit>hour|hr|minute|min)s?(?: or so)?) ago\\b");
    private static final Pattern PART = pattern("\\b(?:in the|at) (morning|afternoon|evening|night)\\b");
    private static final Pattern CLAUSE = Pattern.compile(
            "(?<=[.!?])\\s|[;,]\\s|\\s(?=(?:and(?! a half)|but|then|so|until|though) )", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICING =
            pattern("\\b(?:notic|reali[sz]|discover|spotted|found out|became aware|only just saw|was told|been told)");
    private static final Pattern NOT_TAKEN = pattern("\\b(?:tomorrow|will|due|going to|next (?:week|month|mon|tue|wed"
            + "|thu|fri|sat|sun)\\w*|deadline)\\b|'ll\\b|^\\s*+(?:if|unless|in case|when(?:ever)? i )\\b"
            + "|\\bnot (?:on |at |in )?(?:yesterday|today|this|last|mon|tue|wed|thu|fri|sat|sun)");

    private MomentReader() {}

    /** The answers to when it happened and when it was noticed, as far as they are told. */
    static Map<String, String> read(String text, LocalDateTime now) {
        Map<String, String> clauses = Stream.of(CLAUSE.split(text))
                .filter(clause -> !NOT_TAKEN.matcher(clause).find())
                .collect(Collectors.groupingBy(
                        clause -> NOTICING.matcher(clause).find() ? NOTICED : HAPPENED,
                        LinkedHashMap::new,
                        Collectors.joining(" ; ")));
        Map<String, String> answers = new LinkedHashMap<>();
        clauses.forEach(
                (question, said) -> moment(said, now).ifPresent(moment -> answers.putAll(moment.answers(question))));
        return answers;
    }

    /** The text with every word that tells a time struck out: those tell no place. */
    static String without(String text, LocalDate today) {
        StringBuilder rest = new StringBuilder(text);
        Stream.of(
                        DayReader.days(text, today).stream().map(day -> new int[] {day.start(), day.end()}),
                        HourReader.clocks(text).stream().map(clock -> new int[] {clock.start(), clock.end()}),
                        Stream.of(JUST_NOW, AGO, PART)
                                .flatMap(told -> told.matcher(text).results())
                                .map(found -> new int[] {found.start(), found.end()}))
                .flatMap(spans -> spans)
                .forEach(span -> rest.replace(span[0], span[1], ";".repeat(span[1] - span[0])));
        return rest.toString();
    }

    private static Optional<Moment> moment(String said, LocalDateTime now) {
        if (JUST_NOW.matcher(said).find()) {
            return Optional.of(Moment.NOW);
        }
        Optional<LocalDateTime> ago = AGO.matcher(said).results().findFirst().map(found -> ago(found, now));
        if (ago.isPresent()) {
            return ago.map(at -> exact(at.toLocalDate(), at.toLocalTime()));
        }
        Day day = DayReader.days(said, now.toLocalDate()).stream().findFirst().orElse(null);
        List<Clock> clocks = HourReader.clocks(said).stream()
                .filter(clock -> day == null || clock.end() <= day.start() || clock.start() >= day.end())
                .toList();
        String part = day != null && day.part() != null
                ? day.part()
                : PART.matcher(said)
                        .results()
                        .findFirst()
                        .map(found -> found.group(1))
                        .orElse(null);
        LocalDateTime at = clocks.isEmpty()
                ? null
                : at(
                        day == null ? now.toLocalDate() : day.date(),
                        clocks.getFirst().time().at(part),
                        part);
        if (at != null && !at.isAfter(now)) {
            return Optional.of(exact(at.toLocalDate(), at.toLocalTime()));
        }
        return Optional.ofNullable(day).map(told -> onDay(told, now.toLocalDate()));
    }

    /** The small hours of a night are those of the day after. */
    private static LocalDateTime at(LocalDate day, LocalTime time, @Nullable String part) {
        boolean after = "night".equalsIgnoreCase(Objects.requireNonNullElse(part, "")) && time.getHour() < 6;
        return day.plusDays(after ? 1 : 0).atTime(time);
    }

    private static Moment exact(LocalDate date, LocalTime time) {
        return new Moment("other", date, time);
    }

    private static Moment onDay(Day day, LocalDate today) {
        if (day.date().equals(today.minusDays(1)) && day.yesterday()) {
            return new Moment("yesterday", null, null);
        }
        return day.date().equals(today) && "morning".equalsIgnoreCase(Objects.requireNonNullElse(day.part(), ""))
                ? new Moment("morning", null, null)
                : new Moment("other", day.date(), null);
    }

    private static LocalDateTime ago(MatchResult found, LocalDateTime now) {
        LocalDateTime to = now.withSecond(0).withNano(0);
        if (found.group("half") != null) {
            return to.minusMinutes(30);
        }
        if (found.group("more") != null) {
            return to.minusMinutes(90);
        }
        String n = found.group("n").toLowerCase(Locale.UK);
        if (n.equals("a quarter of an")) {
            return to.minusMinutes(15);
        }
        int count = Numerals.value(n);
        return found.group("unit").toLowerCase(Locale.UK).startsWith("h")
                ? to.minusHours(count)
                : to.minusMinutes(count);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
