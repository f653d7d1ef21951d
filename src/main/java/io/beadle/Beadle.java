package io.beadle;

import io.beadle.command.CommandLine;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts Beadle, or runs a command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Beadle {
    public static void main(String[] args) {
        OptionalInt status = CommandLine.run(Beadle.class, args);
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
    }

    /** The time, to the millisecond: what MongoDB stores, so that what was read equals what was written. */
    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
