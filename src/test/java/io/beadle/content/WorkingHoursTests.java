package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> WEEKDAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

    private static WorkingHours hours(Duties.Nation nation, String... closed) {
        return new WorkingHours(new Duties.Week(WEEKDAYS, "09:00", "17:00", nation, List.of(closed)), LONDON);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "within a day,                  2026-11-18T10:15, 4h,  2026-11-18T14:15",
        "to the last minute of it,      2026-11-18T13:00, 4h,  2026-11-18T17:00",
        "over night,                    2026-11-18T15:30, 4h,  2026-11-19T11:30",
        "from before work begins,       2026-11-18T02:00, 4h,  2026-11-18T13:00",
        "from after it ended,           2026-11-18T17:00, 4h,  2026-11-19T13:00",
        "over a weekend,                2026-11-20T16:00, 4h,  2026-11-23T12:00",
        "from a Sunday,                 2026-11-22T11:00, 90m, 2026-11-23T10:30",
        "over Christmas,                2026-12-24T15:00, 4h,  2026-12-29T11:00",
        "over Easter,                   2027-03-25T16:00, 4h,  2027-03-30T12:00",
        "over several days,             2026-11-16T09:00, 40h, 2026-11-20T17:00",
        "as the clocks go forward,      2027-03-26T12:00, 1h,  2027-03-30T10:00",
        "as the clocks go back,         2026-10-23T16:30, 1h,  2026-10-26T09:30",
    })
    void countsOnlyTheHoursInWhichSomebodyWorks(String what, String start, String work, String end) {
        Duration duration = Duration.parse("PT" + work.toUpperCase(java.util.Locale.ROOT));
        assertThat(hours(Duties.Nation.ENGLAND).after(at(start), duration))
                .as(what)
                .isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        "within a day,           2026-11-18T14:15, 4h,  2026-11-18T10:15",
        "from the end of a day,  2026-11-18T17:00, 8h,  2026-11-18T09:00",
        "three working days,     2026-11-18T12:00, 24h, 2026-11-13T12:00",
        "over a weekend,         2026-11-23T12:00, 4h,  2026-11-20T16:00",
        "from a Saturday night,  2026-11-21T23:00, 1h,  2026-11-20T16:00",
        "from before work,       2026-11-23T07:00, 1h,  2026-11-20T16:00",
        "over Christmas,         2026-12-29T11:00, 4h,  2026-12-24T15:00",
        "as the clocks change,   2027-03-30T10:00, 1h,  2027-03-30T09:00",
    })
    void countsBackOverTheHoursInWhichSomebodyWorks(String what, String end, String work, String start) {
        Duration duration = Duration.parse("PT" + work.toUpperCase(java.util.Locale.ROOT));
        assertThat(hours(Duties.Nation.ENGLAND).before(at(end), duration))
                .as(what)
                .isEqualTo(at(start));
    }

    /** As published on gov.uk/bank-holidays. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-02, SCOTLAND",
        "2026-03-17, NORTHERN_IRELAND",
        "2026-04-06, ENGLAND WALES NORTHERN_IRELAND",
        "2026-07-13, NORTHERN_IRELAND",
        "2026-08-03, SCOTLAND",
        "2026-08-31, ENGLAND WALES NORTHERN_IRELAND",
        "2026-11-30, SCOTLAND",
        "2026-12-28, ENGLAND WALES SCOTLAND NORTHERN_IRELAND",
        "2027-01-01, ENGLAND WALES SCOTLAND NORTHERN_IRELAND",
        "2027-01-04, SCOTLAND",
        "2027-03-26, ENGLAND WALES SCOTLAND NORTHERN_IRELAND",
        "2027-05-03, ENGLAND WALES SCOTLAND NORTHERN_IRELAND",
        "2027-05-31, ENGLAND WALES SCOTLAND NORTHERN_IRELAND",
        "2027-12-27, ENGLAND WALES SCOTLAND NORTHERN_IRELAND",
        "2027-12-28, ENGLAND WALES SCOTLAND NORTHERN_IRELAND",
        "2027-12-29, ''",
    })
    void eachNationHasItsBankHolidays(LocalDate day, String nations) {
        for (Duties.Nation nation : Duties.Nation.values()) {
            assertThat(hours(nation).isNow(at(day + "T12:00")))
                    .as("%s works on %s", nation, day)
                    .isEqualTo(!List.of(nations.split(" ")).contains(nation.name()));
        }
    }

    @Test
    void nobodyWorksOnAClosureDay() {
        WorkingHours hours = hours(Duties.Nation.WALES, "29 December 2026", "30/12/2026");
        assertThat(hours.after(at("2026-12-24T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-12-31T10:00"));
    }

    @Test
    void itIsWorkingTimeFromTheFirstMinuteToTheLast() {
        WorkingHours hours = hours(Duties.Nation.ENGLAND);
        assertThat(hours.isNow(at("2026-11-18T08:59"))).isFalse();
        assertThat(hours.isNow(at("2026-11-18T09:00"))).isTrue();
        assertThat(hours.isNow(at("2026-11-18T16:59"))).isTrue();
        assertThat(hours.isNow(at("2026-11-18T17:00"))).isFalse();
        assertThat(hours.isNow(at("2026-11-21T12:00"))).isFalse();
    }
}
