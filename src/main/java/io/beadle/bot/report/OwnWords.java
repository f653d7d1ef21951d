package io.beadle.bot.report;

import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Said;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What reporters say of reports of their own, stored and shown to the desk, whichever way it was said. */
@Component
final class OwnWords {
    private static final Logger log = LoggerFactory.getLogger(OwnWords.class);

    private final Incidents incidents;

    OwnWords(Incidents incidents) {
        this.incidents = incidents;
    }

    /** The report of that reference, if the person made it in their name or in confidence. */
    Optional<Incident> find(String reference, Person person) {
        return incidents.find(reference).filter(incident -> incidents.isReportedBy(person, incident));
    }

    /** The incident after it was said; with no more statements than before where it was said already, or cannot be. */
    Incident say(Incident incident, Function<Incident, Said> said, Instant now) {
        Incident stored = incidents
                .change(incident.reference(), i -> i.say(said.apply(i), now))
                .orElse(incident);
        if (stored.statements().size() > incident.statements().size()) {
            log.info("report added to incident={}", stored.reference());
        }
        return stored;
    }
}
