package io.beadle.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A warning to colleagues that a second person released (G28): whoever holds the roles it is for is put into the ledger, once.
 *
 * @param release the act that releases it; it is about the act that holds the approved words
 */
public record Warning(Act release, List<String> roles) {
    private static final String PREFIX = "warning/";

    public Warning {
        roles = List.copyOf(roles);
    }

    /** The incident with everybody on the list to be told, but those it may be about (G10). */
    public Incident on(Incident incident, Recipients recipients) {
        Change change = new Change(incident);
        String place = PREFIX + release.value(Act.ABOUT);
        new Telling(change, new Holders(incident, Set.of(), List.of(), recipients, release.at()), release.at())
                .once(place, roles, Delivery.Occasion.NEWS, place);
        return change.incident();
    }

    /** The act with the approved words, where a line of the ledger is about a warning. */
    public static Optional<Act> of(Delivery line, Incident incident) {
        return line.why().startsWith(PREFIX)
                ? new CaseFile(incident).find(line.why().substring(PREFIX.length()))
                : Optional.empty();
    }
}
