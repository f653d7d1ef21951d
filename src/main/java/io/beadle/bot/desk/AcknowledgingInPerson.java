package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.PersonAlertCard;
import io.beadle.content.Messages;
import io.beadle.incident.Confidence;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Membership;
import io.beadle.incident.Waves;
import io.beadle.notification.CardsInPerson;
import io.beadle.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** "Acknowledge" on the card of somebody who was told in person (G17). The card is replaced by what came of it.
 * Of a wave's one it counts for all that have come by then.
 */
@Component
public final class AcknowledgingInPerson {
    private final Incidents incidents;
    private final Waves waves;
    private final Confidence confidence;
    private final HeldAccounts held;
    private final PersonAlertCard card;
    private final CardsInPerson standing;
    private final Messages messages;
    private final InstantSource clock;

    AcknowledgingInPerson(
            Incidents incidents,
            Waves waves,
            Confidence confidence,
            HeldAccounts held,
            PersonAlertCard card,
            CardsInPerson standing,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.waves = waves;
        this.confidence = confidence;
        this.held = held;
        this.card = card;
        this.standing = standing;
        this.messages = messages;
        this.clock = clock;
    }

    public Reply acknowledge(CardAction.AcknowledgeInPerson action, Turn turn, Chat chat) {
        chat.leaveNoTrace(); // as Cases do
        Person person = turn.person();
        Instant now = clock.instant();
        Optional<Incident> found = incidents.find(action.incident());
        Optional<Delivery> line = found.flatMap(incident -> line(incident, action.line(), person));
        if (!turn.isPersonal() || found.isEmpty() || line.isEmpty()) {
            return new Reply.Tell(messages.text("alert.unknown"));
        }
        if (held.has(person)) {
            return new Reply.Tell(messages.text("desk.held"));
        }
        if (!confidence.may(person, Confidence.ACKNOWLEDGE, found.get(), now)) {
            return new Reply.Tell(messages.text("person.refused"));
        }
        Incident stored = incidents
                .change(action.incident(), incident -> incident.isOpen() ? incident.acknowledge(person, now) : incident)
                .orElse(found.get());
        Membership wave = stored.wave();
        if (wave != null && stored.isAcknowledgedBy(person)) {
            waves.change(wave.wave(), w -> w.acknowledge(person, now));
        }
        standing.shown(stored, action.line());
        return new Reply.Show(card.answered(stored, line.get(), person, outcome(stored, person), now));
    }

    private static Optional<Delivery> line(Incident incident, String key, Person person) {
        return incident.ledger().stream()
                .filter(line ->
                        line.key().equals(key) && line.to() != null && line.to().is(person))
                .findFirst();
    }

    private String outcome(Incident incident, Person person) {
        if (!incident.isAcknowledgedBy(person)) {
            return incident.isAcknowledged()
                    ? messages.text("alert.enough", incident.reference(), incident.wanted())
                    : messages.text("person.closed", incident.reference());
        }
        return incident.isAcknowledged()
                ? messages.text("person.acknowledged.enough", incident.reference(), incident.wanted())
                : messages.text(
                        "person.acknowledged",
                        incident.reference(),
                        incident.wanted() - incident.acknowledgements().size());
    }
}
