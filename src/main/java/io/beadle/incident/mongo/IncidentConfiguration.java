package io.beadle.incident.mongo;

import io.beadle.content.Assets;
import io.beadle.content.DeskActs;
import io.beadle.content.Duties;
import io.beadle.content.Retention;
import io.beadle.content.Roles;
import io.beadle.content.Routes;
import io.beadle.content.WorkingHours;
import io.beadle.incident.Confidence;
import io.beadle.incident.DutifulIncidents;
import io.beadle.incident.Grouping;
import io.beadle.incident.Incidents;
import io.beadle.incident.Keeping;
import io.beadle.incident.Obligations;
import io.beadle.incident.OutboxBell;
import io.beadle.incident.Recipients;
import io.beadle.incident.RoleRecipients;
import io.beadle.incident.Waves;
import io.beadle.people.RoleHolders;
import io.beadle.privacy.AuditLog;
import io.beadle.sweep.Sweep;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {
    /** So many incidents are read at once where all are gone through. */
    private static final int BATCH = 100;

    @Bean
    Incidents incidents(
            MongoOperations mongo,
            Obligations obligations,
            Waves waves,
            Routes routes,
            OutboxBell bell,
            InstantSource clock) {
        Incidents stored = new MongoIncidents(mongo, clock);
        return new DutifulIncidents(
                stored, obligations, new Grouping(waves, stored, obligations, routes.waves()), bell, clock);
    }

    @Bean
    OutboxBell outboxBell() {
        return new OutboxBell();
    }

    @Bean
    Waves waves(MongoOperations mongo) {
        return new MongoWaves(mongo);
    }

    @Bean
    Sweep seekFilling(MongoOperations mongo) {
        return new SeekFilling(mongo, BATCH);
    }

    @Bean
    Sweep witnessing(MongoOperations mongo, AuditLog audit) {
        return new Witnessing(mongo, audit, BATCH);
    }

    @Bean
    Obligations obligations(Duties duties, Routes routes, Assets assets, WorkingHours hours, Recipients recipients) {
        return new Obligations(duties, routes, assets, hours, recipients);
    }

    @Bean
    Confidence confidence(
            RoleHolders holders, Roles roles, Routes routes, Assets assets, DeskActs acts, Recipients recipients) {
        return new Confidence(holders, roles, routes, assets, acts, recipients);
    }

    @Bean
    Keeping keeping(Retention retention) {
        return new Keeping(retention);
    }

    @Bean
    Recipients recipients(RoleHolders holders) {
        return new RoleRecipients(holders);
    }
}
