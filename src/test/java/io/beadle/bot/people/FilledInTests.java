package io.beadle.bot.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.AppointmentCard;
import io.beadle.people.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilledInTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private final FilledIn filled = new FilledIn(answers, problems, LONDON, NOW);

    @Test
    void aShiftOverNightIsRead() {
        shift("2026-11-21", "17:00", "2026-11-22", "09:00");
        assertThat(filled.shifts(List.of())).containsExactly(span("2026-11-21T17:00", "2026-11-22T09:00"));
        assertThat(problems).isEmpty();
    }

    @Test
    void aWeeklyShiftKeepsItsTimeOnTheClockWhenClocksChange() {
        shift("2027-03-20", "22:00", "2027-03-21", "06:00");
        answers.put("shift-again", "weeks");
        List<Span> shifts = filled.shifts(List.of());
        assertThat(shifts).hasSize(12);
        assertThat(shifts.get(1)).isEqualTo(span("2027-03-27T22:00", "2027-03-28T06:00"));
        assertThat(Duration.between(shifts.get(0).from(), shifts.get(0).to())).isEqualTo(Duration.ofHours(8));
        assertThat(Duration.between(shifts.get(1).from(), shifts.get(1).to())).isEqualTo(Duration.ofHours(7));
        assertThat(shifts.get(2)).isEqualTo(span("2027-04-03T22:00", "2027-04-04T06:00"));
    }

    @Test
    void aShiftOnSevenDaysIsSeven() {
        shift("2026-11-21", "17:00", "2026-11-22", "09:00");
        answers.put("shift-again", "days");
        assertThat(filled.shifts(List.of())).hasSize(7).endsWith(span("2026-11-27T17:00", "2026-11-28T09:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 17:00, 2026-11-22, 09:00, shift-to-date, order",
        "2026-11-22, 17:00, 2026-11-22, 17:00, shift-to-date, order",
        "2026-11-20, 17:00, 2026-11-21, 09:00, shift-to-date, past",
        "2026-11-22, 17:00, 2026-12-22, 09:00, shift-to-date, long",
        "2026-11-22, '', 2026-11-22, 17:00, shift-from-date, both",
        "2026-11-22, 17:00, soon, 17:00, shift-from-date, both",
        "'', '', '', 17:00, shift-from-date, both",
    })
    void whatIsNoShiftIsSaid(String day, String time, String lastDay, String end, String field, String problem) {
        shift(day, time, lastDay, end);
        assertThat(filled.shifts(List.of())).isEmpty();
        assertThat(problems).containsExactly(Map.entry(field, "roles.problem." + problem));
    }

    @Test
    void shiftsOfOnePersonDoNotOverlap() {
        Span kept = span("2026-11-22T00:00", "2026-11-22T08:00");
        answers.put("shift-kept", AppointmentCard.id(kept));
        shift("2026-11-21", "17:00", "2026-11-22", "09:00");
        filled.shifts(List.of(kept));
        assertThat(problems).containsExactly(Map.entry("shift-from-date", "roles.problem.overlap"));
    }

    @Test
    void whatIsNotTickedGoesAndWhatIsOverStays() {
        Span over = span("2026-11-19T17:00", "2026-11-20T09:00");
        Span kept = span("2026-11-22T17:00", "2026-11-23T09:00");
        Span dropped = span("2026-11-23T17:00", "2026-11-24T09:00");
        answers.put("shift-kept", AppointmentCard.id(kept));
        assertThat(filled.shifts(List.of(over, kept, dropped))).containsExactly(over, kept);
    }

    @Test
    void anAbsenceLastsToTheEndOfItsLastDay() {
        answers.putAll(Map.of("away-from", "2026-11-21", "away-to", "2026-11-22"));
        assertThat(filled.absences(List.of()))
                .containsExactly(Span.ofDays(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22), LONDON));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-22, away-to, order",
        "2026-11-19, 2026-11-20, away-to, past",
        "2026-11-23, '', away-from, both",
    })
    void whatIsNoAbsenceIsSaid(String first, String last, String field, String problem) {
        answers.putAll(Map.of("away-from", first, "away-to", last));
        filled.absences(List.of());
        assertThat(problems).containsExactly(Map.entry(field, "roles.problem." + problem));
    }

    @Test
    void whatIsLeftEmptyIsNoMistake() {
        assertThat(filled.shifts(List.of())).isEmpty();
        assertThat(filled.absences(List.of())).isEmpty();
        assertThat(problems).isEmpty();
    }

    private void shift(String day, String time, String lastDay, String end) {
        answers.putAll(Map.of(
                "shift-from-date", day,
                "shift-from-time", time,
                "shift-to-date", lastDay,
                "shift-to-time", end));
    }

    private static Span span(String from, String to) {
        return Span.ofTimes(LocalDateTime.parse(from), LocalDateTime.parse(to), LONDON);
    }
}
