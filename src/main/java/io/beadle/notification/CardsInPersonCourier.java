package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.ClearedCard;
import io.beadle.card.PersonAlertCard;
import io.beadle.incident.Confidence;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OutboxMessage;
import io.beadle.notification.CardInPerson.Shows;
import io.beadle.people.Person;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shows the cards that stand in people's chats as their incident is now: once two have acknowledged, once it is closed, and to
 * whoever may not know of it any more that there is nothing (G10). One that is so already is left alone.
 */
@Component
final class CardsInPersonCourier implements Courier {
    private static final Logger log = LoggerFactory.getLogger(CardsInPersonCourier.class);

    private final Incidents incidents;
    private final CardsInPerson cards;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final Confidence confidence;
    private final PersonAlertCard alert;
    private final ClearedCard cleared;
    private final InstantSource clock;

    CardsInPersonCourier(
            Incidents incidents,
            CardsInPerson cards,
            ConversationReferences references,
            Conversations conversations,
            Confidence confidence,
            PersonAlertCard alert,
            ClearedCard cleared,
            InstantSource clock) {
        this.incidents = incidents;
        this.cards = cards;
        this.references = references;
        this.conversations = conversations;
        this.confidence = confidence;
        this.alert = alert;
        this.cleared = cleared;
        this.clock = clock;
    }

    @Override
    public OutboxMessage.Kind kind() {
        return OutboxMessage.Kind.CARDS_IN_PERSON;
    }

    @Override
    public Optional<Place> place(Incident incident, OutboxMessage message) {
        return Optional.of(Place.people());
    }

    /** One that fails holds up no other; it alone is tried again. */
    @Override
    public void tell(Claimed claimed) {
        Incident incident = claimed.incident();
        Instant now = clock.instant();
        DeliveryException fault = null;
        for (CardInPerson card : cards.of(incident.reference())) {
            try {
                renew(card, incident, now);
            } catch (DeliveryException e) {
                if (e.isFinal()) {
                    log.warn("card in person not renewed {} status={} code={}", claimed, e.status(), e.code());
                    cards.delete(card);
                } else {
                    fault = e;
                }
            }
        }
        if (fault != null) {
            throw fault;
        }
        incidents.change(incident.reference(), i -> i.told(claimed.message(), claimed.claim(), now));
    }

    private void renew(CardInPerson card, Incident incident, Instant now) {
        Optional<Delivery> line = incident.ledger().stream()
                .filter(one -> one.key().equals(card.line()))
                .findFirst();
        Person to = line.map(Delivery::to).orElse(null);
        Shows shows = to != null && confidence.mayKnow(to, incident, now) ? Shows.of(incident) : Shows.HIDDEN;
        if (shows == card.shows()) {
            return;
        }
        Card shown = drawn(shows, incident, line.orElse(null), to, now);
        conversations.update(
                references
                        .find(card.post().conversation())
                        .orElseThrow(() -> new DeliveryException(404, "NoConversationReference")),
                card.post().activity(),
                Message.card(shown.json(), shown.summary()));
        if (shows.isLast()) {
            cards.delete(card);
        } else {
            cards.save(card.showing(shows));
        }
    }

    private Card drawn(Shows shows, Incident incident, @Nullable Delivery line, @Nullable Person to, Instant now) {
        return shows == Shows.HIDDEN || line == null || to == null
                ? cleared.inPerson()
                : alert.of(incident, line, to, incidents.isHeld(to), now);
    }
}
