package io.beadle;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one clock, the time zone it is read in, and the running of what recurs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClockConfiguration {
    /** In which time zone people read times. */
    @ConfigurationProperties("beadle")
    record TimeProperties(@DefaultValue("Europe/London") ZoneId timeZone) {}

    /** The time, to the millisecond: what MongoDB stores, so that what was read equals what was written. */
    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    ZoneId timeZone(TimeProperties properties) {
        return properties.timeZone();
    }
}
