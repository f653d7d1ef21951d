package io.beadle.knowledge.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {
    private static final LocalDate TODAY = LocalDate.of(2027, 11, 15);

    @ParameterizedTest
    @CsvSource({
        "now, 2027-11-15",
        "soon, 2028-02-13",
        "this month, 2027-11-30",
        "next month, 2027-12-31",
        "this quarter, 2027-12-31",
        "this year, 2027-12-31",
        "next year, 2028-12-31",
        "in the next 30 days, 2027-12-15",
        "within the coming 3 months, 2028-02-15",
        "over the next year, 2028-11-15",
        "in coming week, 2027-11-22",
        "in 2029, 2029-12-31",
        "by november, 2027-11-30",
        "by the end of february, 2028-02-29",
        "in february 2029, 2029-02-28",
        "by 15 november, 2027-11-15",
        "by 14 november, 2028-11-14",
        "before 5 march, 2028-03-05",
        "by 29 february, 2028-02-29",
        "by 31/12/2028, 2028-12-31",
    })
    void endsOnItsLastDay(String words, LocalDate end) {
        assertThat(Period.end(words, TODAY)).contains(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "by the board",
                "in the cabinet",
                "in the next meeting",
                "by 31 june",
                "in 1998x",
                "later",
                "in"
            })
    void whatIsNoPeriodHasNoEnd(String words) {
        assertThat(Period.end(words, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2027-12-31, 2028-01-31", "2028-01-31, 2028-02-29"})
    void nextMonthIsAWholeOneWhateverTheDay(LocalDate today, LocalDate end) {
        assertThat(Period.end("next month", today)).contains(end);
    }
}
