package io.beadle;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The time zone that every module takes, and the clock of what recurs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimeConfiguration {
    /** In which time zone people read times. */
    @ConfigurationProperties("beadle")
    record TimeProperties(@DefaultValue("Europe/London") ZoneId timeZone) {}

    @Bean
    ZoneId timeZone(TimeProperties properties) {
        return properties.timeZone();
    }
}
