package io.beadle.bot.desk;

import io.beadle.card.CaseSight;
import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.incident.Acting;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes out what one person sees of an incident. */
@Component
final class CaseSights {
    private final Incidents incidents;
    private final DeskActs acts;
    private final RelatedReports related;

    CaseSights(Incidents incidents, DeskActs acts, RelatedReports related) {
        this.incidents = incidents;
        this.acts = acts;
        this.related = related;
    }

    CaseSight of(Incident incident, CaseRights.Standing standing) {
        return new CaseSight(
                incident,
                incident.acts().stream()
                        .filter(done ->
                                acts.find(done.act()).map(standing::reads).orElse(true))
                        .toList(),
                possible(incident, standing),
                new CaseFile(incident)
                        .joined().stream()
                                .flatMap(reference -> incidents.find(reference).stream())
                                .toList(),
                incident.isOpen() ? related.of(incident, standing::mayKnow) : List.of(),
                incident.isHeld()
                        && standing.refusal(CaseRights.CONTAIN, incident).isEmpty());
    }

    private List<DeskAct> possible(Incident incident, CaseRights.Standing standing) {
        return standing.among(
                acts.acts().stream()
                        .filter(act -> new Acting(act).isPossible(incident, standing.person()))
                        .toList(),
                incident);
    }
}
