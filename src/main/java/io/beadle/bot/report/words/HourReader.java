package io.beadle.bot.report.words;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the time of day: "half 8" is half past eight. The 8:12 is a train, and no time. */
final class HourReader {
    private static final String HOUR = "(?<hour>" + Numerals.SMALL + ")";
    private static final String AT = "(?:at|about|around|before|after|since|approx|roughly|@)(?: about| around)? ?";
    private static final String HALF_OF_DAY = "(?: ?(?<half>[ap]\\.?m\\b))";

    /**
     * A time of day as it was said.
     *
     * @param hour 0 to 23, or 1 to 12 of either half of the day where {@code open}
     */
    record Time(int hour, int minute, boolean open) {
        boolean exists() {
            return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
        }

        /** The time meant; of the afternoon up to six and of the morning from seven, if no part of the day was said. */
        LocalTime at(@Nullable String part) {
            if (!open) {
                return LocalTime.of(hour, minute);
            }
            boolean late = part == null
                    ? hour < 7 || hour == 12
                    : part.equalsIgnoreCase("morning")
                            ? hour == 12
                            : part.equalsIgnoreCase("night") ? hour >= 6 && hour != 12 : true;
            return LocalTime.of(hour % 12 + (late ? 12 : 0), minute);
        }
    }

    /** A time, and where in the text it is told. */
    record Clock(Time time, int start, int end) {}

    private record Rule(Pattern pattern, Function<MatchResult, Time> time) {
        Rule(String regex, Function<MatchResult, Time> time) {
            this(Pattern.compile("(?<![\\w£.:/]|\\bthe )" + regex, Pattern.CASE_INSENSITIVE), time);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("(?:12 )?(?:noon|mid-?day)\\b", m -> new Time(12, 0, false)),
            new Rule("(?:12 )?midnight\\b", m -> new Time(0, 0, false)),
            new Rule("half(?: past)? " + HOUR + "(?![\\w:])" + HALF_OF_DAY + "?+", m -> time(m, 30)),
            new Rule(
                    "(?<n>a quarter|quarter|five|ten|twenty[- ]five|twenty|\\d{1,2})(?: min(?:ute)?s?)? (?<way>past|to) "
                            + HOUR + "(?:" + HALF_OF_DAY + "|" + DayReader.ENDS + ")",
                    m -> beside(m)),
            new Rule(
                    "(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?![\\d:])" + HALF_OF_DAY + "?+",
                    m -> time(m, Integer.parseInt(m.group("minute")))),
            new Rule(
                    "(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)" + HALF_OF_DAY,
                    m -> time(m, Integer.parseInt(m.group("minute")))),
            new Rule(
                    AT + "(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)(?![\\d.])",
                    m -> time(m, Integer.parseInt(m.group("minute")))),
            new Rule(
                    "(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) ?(?=h(?:ou)?rs?\\b|today|yesterday|this morning|last night)",
                    m -> time(m, Integer.parseInt(m.group("minute")))),
            new Rule(
                    "at (?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\b",
                    m -> time(m, Integer.parseInt(m.group("minute")))),
            new Rule(HOUR + HALF_OF_DAY, m -> time(m, 0)),
            new Rule(HOUR + " o'? ?clock\\b", m -> time(m, 0)),
            new Rule("at (?:about |around |roughly )?" + HOUR + DayReader.ENDS, m -> time(m, 0)),
            new Rule(
                    AT + HOUR + "(?=ish| (?:today|yesterday|this (?:morning|afternoon|evening)|last night|in the))",
                    m -> time(m, 0)));

    private HourReader() {}

    /** The times told, in the order in which they are told. */
    static List<Clock> clocks(String text) {
        return RULES.stream()
                .flatMap(rule -> rule.pattern().matcher(text).results().flatMap(m -> clock(rule, m).stream()))
                .sorted((a, b) -> a.start() == b.start() ? b.end() - a.end() : a.start() - b.start())
                .toList();
    }

    private static Optional<Clock> clock(Rule rule, MatchResult found) {
        return Optional.of(rule.time().apply(found))
                .filter(Time::exists)
                .map(time -> new Clock(time, found.start(), found.end()));
    }

    private static Time time(MatchResult found, int minute) {
        String written = found.group("hour");
        int hour = Numerals.value(written);
        String half = found.namedGroups().containsKey("half") ? found.group("half") : null;
        if (half == null) {
            return new Time(hour, minute, hour >= 1 && hour <= 12 && !written.startsWith("0"));
        }
        boolean late = half.toLowerCase(Locale.UK).startsWith("p");
        return new Time(hour > 12 ? hour : hour % 12 + (late ? 12 : 0), minute, false);
    }

    /** Minutes past an hour or to one. */
    private static Time beside(MatchResult found) {
        int minutes = Numerals.value(found.group("n"));
        Time time = time(found, 0);
        if (found.group("way").equalsIgnoreCase("past")) {
            return new Time(time.hour(), minutes, time.open());
        }
        int before = time.open() ? (time.hour() + 10) % 12 + 1 : Math.floorMod(time.hour() - 1, 24);
        return new Time(before, 60 - minutes, time.open());
    }
}
