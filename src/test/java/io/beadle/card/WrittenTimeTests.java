package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTimeTests {
    private final WrittenTime times = new WrittenTime(ZoneId.of("Europe/London"));

    @Test
    void inFullHasDayAndYear() {
        assertThat(times.inFull(Instant.parse("2026-07-01T13:32:00Z"))).isEqualTo("14:32 on Wednesday 1 July 2026");
        assertThat(times.inFull(Instant.parse("2026-06-30T23:30:00Z"))).isEqualTo("00:30 on Wednesday 1 July 2026");
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
