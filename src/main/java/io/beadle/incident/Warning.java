package io.beadle.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A warning to colleagues that a second person released (G28): whoever holds the roles it is for is put into the ledger, once.
 * Of one to everybody there is one line, with a count.
 *
 * @param release the act that releases it; it is about the act that holds the approved words
 */
public record Warning(Act release, List<String> roles) {
    /** In the place of a role: everybody who has a personal chat with Beadle. */
    public static final String EVERYBODY = "everybody";

    /** The act that holds the words. */
    public static final String WRITTEN = "warn";

    /** The field of it that says whom it is for. */
    public static final String TO = "to";

    /** After how long whoever could not be told of a warning to everybody is no longer waited for. */
    public static final Duration WAITED = Duration.ofDays(1);

    private static final String PREFIX = "warning/";

    public Warning {
        roles = List.copyOf(roles);
    }

    /**
     * The incident with everybody on the list to be told, but those it may be about (G10).
     *
     * @param leftOut the roles that are not told of the incident
     */
    public Incident on(Incident incident, Recipients recipients, Set<String> leftOut) {
        Change change = new Change(incident);
        String place = PREFIX + release.value(Act.ABOUT);
        List<String> named =
                roles.stream().filter(role -> !role.equals(EVERYBODY)).toList();
        new Telling(change, new Holders(incident, leftOut, List.of(), recipients, release.at()), false, release.at())
                .once(place, named, Delivery.Occasion.NEWS, place);
        if (roles.contains(EVERYBODY) && !change.hasDelivery(place + '/' + EVERYBODY)) {
            change.deliverToAll(new Delivery(
                    place + '/' + EVERYBODY + "/-",
                    EVERYBODY,
                    place,
                    Delivery.Occasion.NEWS,
                    null,
                    null,
                    release.at(),
                    Delivery.State.QUEUED,
                    null,
                    null));
        }
        return change.incident();
    }

    /** Whether the act is a warning that is for everybody. */
    public static boolean isForEverybody(Act act) {
        return act.act().equals(WRITTEN)
                && List.of(act.value(TO).split(",", -1)).contains(EVERYBODY);
    }

    /** The act with the approved words, where a line of the ledger is about a warning. */
    public static Optional<Act> of(Delivery line, Incident incident) {
        return line.why().startsWith(PREFIX)
                ? new CaseFile(incident).find(line.why().substring(PREFIX.length()))
                : Optional.empty();
    }

    /**
     * How many of how many have been told of a warning to everybody.
     *
     * @param over whether nobody is waited for any more
     */
    public record Count(int told, int of, boolean over) {
        private static final char OF = '/';

        /** The count on that line of the ledger; empty while nobody was put on their way. */
        public static Optional<Count> on(Delivery line) {
            String reason = line.reason();
            if (!line.role().equals(EVERYBODY) || reason == null) {
                return Optional.empty();
            }
            int slash = reason.indexOf(OF);
            return Optional.of(new Count(
                    Integer.parseInt(reason.substring(0, slash)),
                    Integer.parseInt(reason.substring(slash + 1)),
                    line.state() == Delivery.State.SENT));
        }

        /** The incident with this count; it is counted again from {@code next} on, unless it is over. */
        public Incident on(Incident incident, OutboxMessage message, String claim, Instant next, Instant at) {
            if (!incident.holds(message, claim)) {
                return incident;
            }
            Change change = new Change(over ? incident.told(message, claim, at) : incident.retry(message, claim, next));
            new Ledger(incident)
                    .line(message)
                    .ifPresent(line -> change.become(
                            line,
                            line.become(
                                    over ? Delivery.State.SENT : Delivery.State.QUEUED,
                                    "" + told + OF + of,
                                    over ? at : null)));
            return change.incident();
        }
    }
}
