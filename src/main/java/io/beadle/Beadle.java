package io.beadle;

import io.beadle.command.CommandLine;
import java.util.OptionalInt;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

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
}
