package io.beadle.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTests {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "october, 2026-10-01, 2026-11-01",
        "oct, 2026-10-01, 2026-11-01",
        "november, 2026-11-01, 2026-12-01",
        "december, 2025-12-01, 2026-01-01",
        "october 2024, 2024-10-01, 2024-11-01",
        "q3, 2026-07-01, 2026-10-01",
        "q4, 2026-10-01, 2027-01-01",
        "q1 2025, 2025-01-01, 2025-04-01",
        "2026, 2026-01-01, 2027-01-01",
        "2025/26, 2025-04-01, 2026-04-01",
        "this week, 2026-11-16, 2026-11-23",
        "last week, 2026-11-09, 2026-11-16",
        "last month, 2026-10-01, 2026-11-01",
        "this quarter, 2026-10-01, 2027-01-01",
        "last quarter, 2026-07-01, 2026-10-01",
        "last year, 2025-01-01, 2026-01-01",
        "last 30 days, 2026-10-22, 2026-11-22",
    })
    void isNamedInTheWordsPeopleUse(String words, LocalDate first, LocalDate after) {
        assertThat(Stretch.named(words, SATURDAY)).contains(new Stretch(first, after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a lost phone", "octopus", "q5", "2025/27", "1999", "last", ""})
    void whatNamesNoDaysIsNone(String words) {
        assertThat(Stretch.named(words, SATURDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-11-01, October 2026",
        "2026-07-01, 2026-10-01, July to September 2026",
        "2025-04-01, 2026-04-01, April 2025 to March 2026",
        "2026-11-09, 2026-11-16, 9 November 2026 to 15 November 2026",
    })
    void hasATitleAndGoesThroughAButton(LocalDate first, LocalDate after, String title) {
        Stretch stretch = new Stretch(first, after);
        assertThat(stretch.title()).isEqualTo(title);
        assertThat(Stretch.of(stretch.code())).contains(stretch);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-01-01/2026-04-01, 2025-04-01/2026-04-01",
        "2026-03-31, 2025-10-01/2026-01-01, 2024-04-01/2025-04-01",
        "2026-10-01, 2026-07-01/2026-10-01, 2025-04-01/2026-04-01",
    })
    void aQuarterAndACouncilsYearAreOverOnTheDayAfterThem(LocalDate day, String quarter, String year) {
        assertThat(Stretch.quarterBefore(day).code()).isEqualTo(quarter);
        assertThat(Stretch.councilYearBefore(day).code()).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01/2026-04-01, 4",
        "2026-01-01/2026-07-01, 2",
        "2026-07-01/2026-10-01, 0",
        "2026-02-01/2026-08-01, 0",
        "2026-10-01/2026-11-01, 0",
    })
    void whatIsMadeOfSeveralWholeQuartersHasThem(String code, int quarters) {
        assertThat(Stretch.of(code).orElseThrow().quarters()).hasSize(quarters);
    }

    @Test
    void aButtonMadeByHandNamesNone() {
        assertThat(Stretch.of("2026-13-01/2026-14-01")).isEmpty();
        assertThat(Stretch.of("2026-11-01/2026-10-01")).isEmpty();
        assertThat(Stretch.of("")).isEmpty();
    }
}
