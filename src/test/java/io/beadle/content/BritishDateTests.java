package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BritishDateTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 May 2025 | 2025-05-12",
                "12th  may 2025 | 2025-05-12",
                "1st of Sept. 2024 | 2024-09-01",
                "Monday, 12 May 2025 | 2025-05-12",
                "12-May-25 | 2025-05-12",
                "30/11/2024 | 2024-11-30",
                "3/2/24 | 2024-02-03",
                "03.02.2024 | 2024-02-03",
                "2025-05-12 | 2025-05-12",
            })
    void aDayIsRead(String written, LocalDate day) {
        assertThat(BritishDate.parse(written)).contains(new BritishDate(day, day));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "May 2025 | 2025-05-01 | 2025-05-31",
                "feb 2024 | 2024-02-01 | 2024-02-29",
                "11/2024 | 2024-11-01 | 2024-11-30",
            })
    void aMonthIsAllOfIt(String written, LocalDate first, LocalDate last) {
        assertThat(BritishDate.parse(written)).contains(new BritishDate(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2025", "31/02/2025", "12/13/2025", "0 May 2025", "12 Mayor 2025", "12 x 2025", "1.2"
            })
    void whatIsNoDateIsNone(String written) {
        assertThat(BritishDate.parse(written)).isEmpty();
    }
}
