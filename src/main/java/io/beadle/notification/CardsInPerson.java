package io.beadle.notification;

import io.beadle.incident.Incident;
import java.util.List;

/** The cards that stand in people's chats and are to be kept true, until their incident is closed. */
public interface CardsInPerson {
    /** Keeps it, in place of another of the same line. */
    void save(CardInPerson card);

    List<CardInPerson> of(String incident);

    void delete(CardInPerson card);

    /** Says that the card of that line shows the incident as it is: it was replaced by the answer to a button. */
    default void shown(Incident incident, String line) {
        of(incident.reference()).stream()
                .filter(card -> card.line().equals(line))
                .forEach(card -> save(card.showing(CardInPerson.Shows.of(incident))));
    }
}
