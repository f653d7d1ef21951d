package io.beadle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Beadle. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Beadle {
    public static void main(String[] args) {
        SpringApplication.run(Beadle.class, args);
    }
}
