package io.beadle.command;

import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;

/**
 * What reads incidents out of the store, without the rest of Beadle: nothing is told and no clock runs. It carries no
 * stereotype, for the reason {@link KnowledgeAlone} has none.
 */
@EnableAutoConfiguration
@ComponentScan({
    "io.beadle.content",
    "io.beadle.incident",
    "io.beadle.mongo",
    "io.beadle.people",
    "io.beadle.register",
})
@ConfigurationPropertiesScan({"io.beadle.content", "io.beadle.incident", "io.beadle.mongo", "io.beadle.people"})
class RegisterAlone {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ZoneId zone(Environment environment) {
        return environment.getProperty("beadle.time-zone", ZoneId.class, ZoneId.of("Europe/London"));
    }
}
