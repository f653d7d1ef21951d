package io.beadle.incident.mongo;

import io.beadle.incident.DutifulIncidents;
import io.beadle.incident.Incidents;
import io.beadle.incident.Obligations;
import io.beadle.incident.Recipients;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {
    @Bean
    Incidents incidents(MongoOperations mongo, Obligations obligations, InstantSource clock) {
        return new DutifulIncidents(new MongoIncidents(mongo), obligations, clock);
    }

    @Bean
    Recipients recipients() {
        return (role, at) -> List.of();
    }
}
