package io.beadle.bot.report;

import io.beadle.incident.Drafts;
import io.beadle.incident.Incidents;
import io.beadle.incident.SealedReporters;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Deletes who is sealed to a report that was never stored: a name is sealed first, and what comes after may fail. It lives as
 * long as the draft, which can be sent again, and goes the second time that neither draft nor incident is found: the first time
 * a report may just be on its way.
 */
@Component
class SealUpkeep implements Sweep {
    private final SealedReporters sealed;
    private final Drafts drafts;
    private final Incidents incidents;
    private Set<String> alone = Set.of();

    SealUpkeep(SealedReporters sealed, Drafts drafts, Incidents incidents) {
        this.sealed = sealed;
        this.drafts = drafts;
        this.incidents = incidents;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        Set<String> found = sealed.drafts().stream().filter(this::isAlone).collect(Collectors.toSet());
        List<String> gone = found.stream().filter(alone::contains).toList();
        gone.forEach(sealed::delete);
        alone = found;
        return gone.size();
    }

    private boolean isAlone(String draft) {
        // the draft first: one just sent is deleted only once its incident is there to be found
        return drafts.find(draft).isEmpty() && incidents.madeFrom(draft).isEmpty();
    }
}
