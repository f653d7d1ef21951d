package io.beadle;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** It is always 14:17 on a Saturday. */
@TestConfiguration
class FixedTime {
    static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");

    @Bean
    @Primary
    InstantSource fixedClock() {
        return InstantSource.fixed(NOW);
    }
}
