package io.beadle.bot.people;

import static io.beadle.card.AppointmentCard.AWAY_FROM;
import static io.beadle.card.AppointmentCard.AWAY_KEPT;
import static io.beadle.card.AppointmentCard.AWAY_TO;
import static io.beadle.card.AppointmentCard.DATE;
import static io.beadle.card.AppointmentCard.DAYS;
import static io.beadle.card.AppointmentCard.SHIFT_AGAIN;
import static io.beadle.card.AppointmentCard.SHIFT_FROM;
import static io.beadle.card.AppointmentCard.SHIFT_KEPT;
import static io.beadle.card.AppointmentCard.SHIFT_TO;
import static io.beadle.card.AppointmentCard.TIME;
import static io.beadle.card.AppointmentCard.WEEKS;

import io.beadle.card.AppointmentCard;
import io.beadle.people.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The times on a form as they were filled in; what is wrong with them goes into {@code problems}, by field. */
record FilledIn(Map<String, String> answers, Map<String, String> problems, ZoneId zone, Instant now) {
    private static final Duration LONGEST_SHIFT = Duration.ofDays(14);
    private static final int DAILY = 7;
    private static final int WEEKLY = 12;

    String text(String field) {
        return answers.getOrDefault(field, "").strip();
    }

    /** Those of the stored absences that stay, and the new one. */
    List<Span> absences(List<Span> stored) {
        List<Span> all = new ArrayList<>(kept(stored, AWAY_KEPT));
        Optional<LocalDate> first = read(AWAY_FROM, LocalDate::parse);
        Optional<LocalDate> last = read(AWAY_TO, LocalDate::parse);
        if (first.isEmpty() || last.isEmpty()) {
            bothOrNeither(AWAY_FROM, first.isPresent() || last.isPresent());
        } else if (last.get().isBefore(first.get())) {
            problems.put(AWAY_TO, "roles.problem.order");
        } else {
            Span absence = Span.ofDays(first.get(), last.get(), zone);
            if (absence.isPast(now)) {
                problems.put(AWAY_TO, "roles.problem.past");
            }
            all.add(absence);
        }
        return all.stream().distinct().toList();
    }

    /** Those of the stored shifts that stay, and the new ones. */
    List<Span> shifts(List<Span> stored) {
        List<Span> all = new ArrayList<>(kept(stored, SHIFT_KEPT));
        Optional<LocalDateTime> from = time(SHIFT_FROM);
        Optional<LocalDateTime> to = time(SHIFT_TO);
        boolean any = Stream.of(SHIFT_FROM, SHIFT_TO)
                .flatMap(field -> Stream.of(field + DATE, field + TIME))
                .anyMatch(field -> !text(field).isEmpty());
        if (from.isEmpty() || to.isEmpty()) {
            bothOrNeither(SHIFT_FROM + DATE, any);
        } else {
            add(from.get(), to.get(), all);
        }
        return all;
    }

    private void add(LocalDateTime from, LocalDateTime to, List<Span> all) {
        Optional<String> problem = problem(from, to);
        if (problem.isPresent()) {
            problems.put(SHIFT_TO + DATE, problem.get());
            return;
        }
        for (Span shift : repeated(from, to)) {
            if (all.stream().anyMatch(shift::overlaps)) {
                problems.put(SHIFT_FROM + DATE, "roles.problem.overlap");
                return;
            }
            all.add(shift);
        }
    }

    /** On the night on which clocks go forward an hour is missing, and so may be the whole of a shift. */
    private Optional<String> problem(LocalDateTime from, LocalDateTime to) {
        Instant begins = from.atZone(zone).toInstant();
        Instant ends = to.atZone(zone).toInstant();
        if (!begins.isBefore(ends)) {
            return Optional.of("roles.problem.order");
        }
        if (!ends.isAfter(now)) {
            return Optional.of("roles.problem.past");
        }
        return Duration.between(begins, ends).compareTo(LONGEST_SHIFT) > 0
                ? Optional.of("roles.problem.long")
                : Optional.empty();
    }

    /** By the clock on the wall, whatever becomes of it meanwhile. */
    private List<Span> repeated(LocalDateTime from, LocalDateTime to) {
        String again = text(SHIFT_AGAIN);
        int times = again.equals(DAYS) ? DAILY : again.equals(WEEKS) ? WEEKLY : 1;
        int apart = again.equals(WEEKS) ? 7 : 1;
        return IntStream.range(0, times)
                .mapToObj(i -> Span.ofTimes(from.plusDays((long) i * apart), to.plusDays((long) i * apart), zone))
                .toList();
    }

    /** What is over stays for the record; what is still to come stays where it is ticked or was not shown. */
    private List<Span> kept(List<Span> stored, String field) {
        List<Span> ahead = stored.stream().filter(span -> !span.isPast(now)).toList();
        Set<Span> shown = Set.copyOf(AppointmentCard.shown(ahead).toList());
        List<String> ticked = List.of(text(field).split(",", -1));
        return stored.stream()
                .filter(span -> !shown.contains(span) || ticked.contains(AppointmentCard.id(span)))
                .toList();
    }

    private void bothOrNeither(String field, boolean any) {
        if (any) {
            problems.put(field, "roles.problem.both");
        }
    }

    private Optional<LocalDateTime> time(String field) {
        return read(field + DATE, LocalDate::parse)
                .flatMap(day -> read(field + TIME, LocalTime::parse).map(day::atTime));
    }

    /** What cannot be read counts as not given: clients send dates and times in this form only. */
    private <T> Optional<T> read(String field, Function<String, T> parse) {
        String given = text(field);
        try {
            return given.isEmpty() ? Optional.empty() : Optional.of(parse.apply(given));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
