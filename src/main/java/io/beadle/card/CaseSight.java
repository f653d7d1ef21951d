package io.beadle.card;

import io.beadle.content.DeskAct;
import io.beadle.incident.Act;
import io.beadle.incident.Incident;
import java.util.List;

/**
 * What one person sees of an incident, and may do about it.
 *
 * @param acts those that the person may read (G14), earliest first
 * @param possible what the person may do now, in the order offered
 * @param joined the reports that belong to it, whose later statements are its own
 * @param related what may be the same, within what the person may see (G10)
 * @param maySayRevoked whether the person may confirm for IT that sessions are revoked (G5)
 */
public record CaseSight(
        Incident incident,
        List<Act> acts,
        List<DeskAct> possible,
        List<Incident> joined,
        List<Incident> related,
        boolean maySayRevoked) {
    public CaseSight {
        acts = List.copyOf(acts);
        possible = List.copyOf(possible);
        joined = List.copyOf(joined);
        related = List.copyOf(related);
    }

    boolean mayDo(DeskAct.Effect effect) {
        return possible.stream().anyMatch(act -> act.effect() == effect);
    }

    /** The reference and version alone: nothing of a report reaches a log. */
    @Override
    public String toString() {
        return "CaseSight[" + incident + "]";
    }
}
