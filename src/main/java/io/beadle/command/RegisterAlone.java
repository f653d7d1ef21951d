package io.beadle.command;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
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
    "io.beadle.privacy",
    "io.beadle.register",
})
@ConfigurationPropertiesScan({"io.beadle.content", "io.beadle.incident", "io.beadle.mongo", "io.beadle.people"})
class RegisterAlone {
    /** Makes what is asked for, and nothing else: not all of the register's parts can do without the rest of Beadle. */
    static ConfigurableApplicationContext start(String... properties) {
        String[] all = Arrays.copyOf(properties, properties.length + 1);
        all[properties.length] = "--spring.main.lazy-initialization=true";
        return WithoutServer.start(RegisterAlone.class, all);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ZoneId zone(Environment environment) {
        return environment.getProperty("beadle.time-zone", ZoneId.class, ZoneId.of("Europe/London"));
    }
}
