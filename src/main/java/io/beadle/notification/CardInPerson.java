package io.beadle.notification;

import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;

/**
 * A card of an incident that stands in somebody's chat with Beadle.
 *
 * @param line the key of the line in the ledger that it tells
 * @param post where it stands
 * @param shows what it was drawn of
 */
public record CardInPerson(String incident, String line, DeskPost post, Shows shows) {
    /** What of an incident makes another card for whoever was told. */
    public enum Shows {
        /** Two people have yet to acknowledge. */
        OPEN,
        ACKNOWLEDGED,
        CLOSED,
        /** They may not know of it any more (G10). */
        HIDDEN;

        static Shows of(Incident incident) {
            if (!incident.isOpen()) {
                return CLOSED;
            }
            return incident.isAcknowledged() ? ACKNOWLEDGED : OPEN;
        }

        boolean isLast() {
            return this == CLOSED || this == HIDDEN;
        }
    }

    CardInPerson showing(Shows other) {
        return new CardInPerson(incident, line, post, other);
    }
}
