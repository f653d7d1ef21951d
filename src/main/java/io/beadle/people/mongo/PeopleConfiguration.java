package io.beadle.people.mongo;

import io.beadle.content.Roles;
import io.beadle.people.Administrators;
import io.beadle.people.Appointing;
import io.beadle.people.Appointments;
import io.beadle.people.Consents;
import io.beadle.people.OneTimeCode;
import io.beadle.people.Proposals;
import io.beadle.people.RoleHolders;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
    private static final Logger log = LoggerFactory.getLogger(PeopleConfiguration.class);

    /**
     * Who may appoint.
     *
     * @param admins Entra object ids
     * @param teams the bot's registration, without which Beadle is in local mode and anybody may
     */
    @ConfigurationProperties("beadle")
    record PeopleProperties(
            @DefaultValue Set<String> admins, @DefaultValue Teams teams) {
        record Teams(@DefaultValue("") String appId) {}

        boolean isLocal() {
            return teams.appId().isBlank();
        }
    }

    @Bean
    Administrators administrators(PeopleProperties properties, OneTimeCode code) {
        return new Administrators(properties.admins(), properties.isLocal(), code);
    }

    @Bean
    RoleHolders roleHolders(Roles roles, Appointments appointments) {
        return new RoleHolders(roles, appointments);
    }

    @Bean
    Appointing appointing(Roles roles, Appointments appointments) {
        return new Appointing(roles, appointments);
    }

    @Bean
    Consents consents(Administrators administrators, Proposals proposals) {
        return new Consents(administrators, proposals);
    }

    /** Shows whoever runs the server a code, until one was used, where nobody else could choose a desk. */
    @Bean
    ApplicationRunner issueOneTimeCode(PeopleProperties properties, OneTimeCode code) {
        return arguments -> {
            if (properties.admins().isEmpty() && !properties.isLocal()) {
                code.issue()
                        .ifPresent(issued -> log.warn(
                                "No beadle.admins are set. To choose the channel for alerts, say"
                                        + " \"@Beadle desk {}\" in it; the code works once.",
                                issued));
            }
        };
    }
}
