package io.beadle.command;

import io.beadle.bot.turn.Intents;
import io.beadle.card.CautionText;
import io.beadle.content.ContentProperties;
import io.beadle.knowledge.KnowledgeProperties;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * What answers a question, without the rest of Beadle and its store. It carries no stereotype, or the whole application would find it by
 * scanning and have two clocks.
 */
@ComponentScan(
        basePackages = {"io.beadle.knowledge", "io.beadle.content"},
        excludeFilters =
                @Filter(type = FilterType.REGEX, pattern = "io\\.beadle\\.knowledge\\.(mongo|generation)\\..*"))
@Import({Intents.class, CautionText.class})
@EnableConfigurationProperties({KnowledgeProperties.class, ContentProperties.class})
class KnowledgeAlone {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ZoneId zone(Environment environment) {
        return environment.getProperty("beadle.time-zone", ZoneId.class, ZoneId.of("Europe/London"));
    }
}
