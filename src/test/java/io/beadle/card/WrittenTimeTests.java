package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTimeTests {
    private final WrittenTime times = new WrittenTime(ZoneId.of("Europe/London"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-21T14:17:00Z | 2026-11-21T20:00:00Z | 14:17 today
            2026-11-20T08:05:00Z | 2026-11-21T00:00:00Z | 08:05 yesterday
            2026-11-19T08:05:00Z | 2026-11-21T00:00:00Z | 08:05 on Thursday 19 November
            2025-11-21T14:17:00Z | 2026-11-21T14:17:00Z | 14:17 on Friday 21 November 2025
            2026-06-30T23:30:00Z | 2026-07-01T10:00:00Z | 00:30 today
            2026-10-25T00:30:00Z | 2026-10-25T12:00:00Z | 01:30 today
            2026-10-25T01:30:00Z | 2026-10-25T12:00:00Z | 01:30 today
            2026-03-28T23:59:00Z | 2026-03-29T08:00:00Z | 23:59 yesterday
            2027-01-01T09:00:00Z | 2026-12-31T12:00:00Z | 09:00 on Friday 1 January 2027
            """)
    void isWrittenForWhoReadsItNow(Instant time, Instant now, String written) {
        assertThat(times.of(time, now)).isEqualTo(written);
    }

    @Test
    void aLocalTimeIsWrittenAsGiven() {
        Instant now = Instant.parse("2026-07-01T10:00:00Z");
        assertThat(times.of(LocalDateTime.parse("2026-07-01T00:30"), now)).isEqualTo("00:30 today");
    }

    @Test
    void inFullHasDayAndYear() {
        assertThat(times.inFull(Instant.parse("2026-07-01T13:32:00Z"))).isEqualTo("14:32 on Wednesday 1 July 2026");
        assertThat(times.onDay(Instant.parse("2026-07-01T13:32:00Z"))).isEqualTo("14:32 on Wednesday 1 July");
        assertThat(times.clock(Instant.parse("2026-07-01T13:32:59Z"))).isEqualTo("14:32");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S     | 0 minutes
            PT1S     | 1 minute
            PT15M    | 15 minutes
            PT14M1S  | 15 minutes
            PT1H     | 1 hour
            PT1H5M   | 1 hour 5 minutes
            PT26H1M  | 26 hours 1 minute
            PT48H    | 2 days
            PT71H59M | 2 days
            -PT15M   | 15 minutes
            """)
    void aDurationIsWrittenInWords(Duration duration, String written) {
        assertThat(WrittenTime.of(duration)).isEqualTo(written);
    }
}
