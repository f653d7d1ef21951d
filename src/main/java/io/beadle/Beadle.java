package io.beadle;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts Beadle. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Beadle {
    public static void main(String[] args) {
        SpringApplication.run(Beadle.class, args);
    }

    /** The time, to the millisecond: what MongoDB stores, so that what was read equals what was written. */
    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
