package io.beadle.teams;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The whole application, that waits for Teams as it always does, but not as long. */
@TestConfiguration
public class QuickToGiveUp {
    @Bean
    @Primary
    Connector quick(TeamsSettings settings, Credentials credentials, Throttles throttles, InstantSource clock) {
        RetryRules standard = RetryRules.standard(clock);
        RetryRules quick =
                new RetryRules(standard.attempts(), Duration.ofMillis(50), standard.longestDelay(), standard.clock());
        return new Connector(
                credentials, settings.local(), quick, throttles, Duration.ofSeconds(3), Duration.ofSeconds(9));
    }
}
