package io.beadle.register;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Confidence;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds incidents for somebody. What they may not know of is in no list and no count, as if there were none (G10). */
@Component
public final class IncidentSearch {
    /** More than anybody pages through; whoever finds so many says it more narrowly. */
    public static final int MOST = 200;

    private final Incidents incidents;
    private final Confidence confidence;
    private final ZoneId zone;

    public IncidentSearch(Incidents incidents, Confidence confidence, ZoneId zone) {
        this.incidents = incidents;
        this.confidence = confidence;
        this.zone = zone;
    }

    /** Those found, latest reported first, of overdue ones what is due longest; at most {@link #MOST}. */
    public List<Incident> of(Search search, Viewer viewer, Instant now) {
        return incidents.found(search.query(viewer, zone), now, MOST).stream()
                .filter(incident -> mayKnow(incident, viewer, now))
                .toList();
    }

    /** The one of that reference, drill or not, if the viewer may know of it. */
    public Optional<Incident> of(String reference, Viewer viewer, Instant now) {
        return incidents.find(reference).filter(incident -> mayKnow(incident, viewer, now));
    }

    /** Whether nothing speaks against the viewer's knowing that there is such an incident. */
    public boolean mayKnow(Incident incident, Viewer viewer, Instant now) {
        return switch (viewer) {
            case Viewer.Channel channel ->
                !new CaseFile(incident).isRestricted() && channel.desk().equals(incident.desk());
            case Viewer.Alone alone -> confidence.mayKnow(alone.person(), incident, now);
        };
    }
}
