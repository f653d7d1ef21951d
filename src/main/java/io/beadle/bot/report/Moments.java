package io.beadle.bot.report;

import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When something was, as people say it: by one tap ("this morning"), by a date and a time, or by a date alone. What is
 * said is kept as said, with the moment at which it was said, and stands for the span of time that may be meant.
 */
@Component
final class Moments {
    static final String NOW = "now";
    static final String MORNING = "morning";
    static final String YESTERDAY = "yesterday";
    static final String OTHER = "other";

    /** The taps that say when by themselves. */
    private static final List<String> QUICK = List.of(NOW, MORNING, YESTERDAY);

    private static final String DATE = "-date";
    private static final String TIME = "-time";

    /** The instant at which a tap was made; no card sends it. */
    private static final String SAID_AT = "-at";

    private static final Duration JUST_NOW = Duration.ofMinutes(15);

    /** Until then whoever is still up may mean, by "this morning" and "yesterday", those of the day before. */
    private static final LocalTime SMALL_HOURS = LocalTime.of(5, 0);

    private final Messages messages;
    private final WrittenTime times;
    private final ZoneId zone;

    Moments(Messages messages, WrittenTime times, ZoneId zone) {
        this.messages = messages;
        this.times = times;
        this.zone = zone;
    }

    /**
     * What may be meant.
     *
     * @param earliest the first instant that may be meant, {@code latest} the last, in which it may lie too
     * @param shown what was said, as people read it on any later day
     */
    record Span(Instant earliest, Instant latest, String shown) {}

    /** The keys under which the answer to such a question is kept. */
    static Stream<String> keys(Question question) {
        return Stream.concat(sent(question), Stream.of(question.id() + SAID_AT));
    }

    /** Those of them that a card sends. */
    private static Stream<String> sent(Question question) {
        return Stream.of(question.id(), question.id() + DATE, question.id() + TIME);
    }

    static boolean isTap(String answer) {
        return answer.isEmpty() || answer.equals(OTHER) || QUICK.contains(answer);
    }

    /** Whether nothing was tapped and nothing typed. */
    static boolean isEmpty(Question question, Map<String, String> answers) {
        return sent(question).allMatch(key -> answers.getOrDefault(key, "").isEmpty());
    }

    /**
     * What is to be kept of what was sent. A date given wins over a tap, and a tap made after it over the date. A time
     * given to a tap is that day's.
     *
     * @param before the answers so far
     */
    static Map<String, String> kept(
            Question question, Map<String, String> sent, Map<String, String> before, Instant now) {
        if (sent(question).noneMatch(sent::containsKey)) {
            return Map.of();
        }
        String id = question.id();
        Function<String, String> was = key -> before.getOrDefault(key, "");
        Function<String, String> is = key -> sent.getOrDefault(key, was.apply(key));
        String tap = is.apply(id);
        String date = is.apply(id + DATE);
        String time = is.apply(id + TIME);
        boolean tapped = QUICK.contains(tap) && !tap.equals(was.apply(id));
        boolean typed = !date.equals(was.apply(id + DATE)) || !time.equals(was.apply(id + TIME));
        if (tapped && !typed) {
            date = "";
            time = "";
        } else if (!date.isEmpty() || (tap.isEmpty() && !time.isEmpty())) {
            tap = OTHER;
        }
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put(id, tap);
        kept.put(id + DATE, date);
        kept.put(id + TIME, time);
        boolean known = !tapped && !was.apply(id + SAID_AT).isEmpty();
        kept.put(id + SAID_AT, known ? was.apply(id + SAID_AT) : now.toString());
        return kept;
    }

    /** What may be meant by the answer to the question; empty where there is none, or none that is a real date. */
    Optional<Span> of(String question, Map<String, String> answers) {
        try {
            return Optional.ofNullable(span(
                    answers.getOrDefault(question, ""),
                    answers.getOrDefault(question + DATE, ""),
                    answers.getOrDefault(question + TIME, ""),
                    answers.getOrDefault(question + SAID_AT, "")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private @Nullable Span span(String tap, String date, String time, String saidAt) {
        if (!date.isEmpty()) {
            LocalDate day = LocalDate.parse(date);
            return time.isEmpty()
                    ? days(day, day, WrittenTime.day(day))
                    : exact(LocalDateTime.of(day, LocalTime.parse(time)));
        }
        if (!QUICK.contains(tap)) {
            return null;
        }
        ZonedDateTime said = Instant.parse(saidAt).atZone(zone);
        LocalDate today = said.toLocalDate();
        boolean smallHours = said.toLocalTime().isBefore(SMALL_HOURS);
        if (!time.isEmpty()) {
            LocalDate day = tap.equals(YESTERDAY) ? today.minusDays(1) : today;
            return exact(LocalDateTime.of(day, LocalTime.parse(time)));
        }
        String shown = shown(tap, said, smallHours);
        return switch (tap) {
            case NOW -> new Span(said.toInstant().minus(JUST_NOW), said.toInstant(), shown);
            case MORNING -> {
                Instant noon = today.atTime(LocalTime.NOON).atZone(zone).toInstant();
                yield new Span(
                        start(smallHours ? today.minusDays(1) : today),
                        noon.isBefore(said.toInstant()) ? noon : said.toInstant(),
                        shown);
            }
            default -> days(today.minusDays(smallHours ? 2 : 1), today.minusDays(1), shown);
        };
    }

    /** With the day it means; in the small hours, when that is in doubt, with when it was said. */
    private String shown(String tap, ZonedDateTime said, boolean smallHours) {
        if (tap.equals(NOW)) {
            return messages.text("moment.said.now", times.inFull(said.toInstant()));
        }
        LocalDate day =
                tap.equals(MORNING) ? said.toLocalDate() : said.toLocalDate().minusDays(1);
        return smallHours
                ? messages.text("moment.said." + tap + ".night", times.inFull(said.toInstant()))
                : messages.text("moment.said." + tap, WrittenTime.day(day));
    }

    /** A time the clocks leapt over counts as an hour later; one that came twice may be either. */
    private Span exact(LocalDateTime local) {
        ZonedDateTime first = local.atZone(zone);
        return new Span(
                first.toInstant(),
                first.withLaterOffsetAtOverlap().toInstant().plusSeconds(59),
                times.inFull(first.toInstant()));
    }

    private Span days(LocalDate first, LocalDate last, String shown) {
        return new Span(start(first), last.atTime(LocalTime.MAX).atZone(zone).toInstant(), shown);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
