package io.beadle.bot.desk;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.AlertCard;
import io.beadle.card.CardAction;
import io.beadle.content.Messages;
import io.beadle.incident.Custody;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.notification.OutboxRelay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** "Quarantine evidence" on an alert card, and its undoing: while it lasts nobody opens what was sent (G13). */
@Component
public final class Quarantining {
    private final Incidents incidents;
    private final DeskRights rights;
    private final HeldAccounts held;
    private final OutboxRelay relay;
    private final AlertCard card;
    private final Messages messages;
    private final InstantSource clock;

    Quarantining(
            Incidents incidents,
            DeskRights rights,
            HeldAccounts held,
            OutboxRelay relay,
            AlertCard card,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.rights = rights;
        this.held = held;
        this.relay = relay;
        this.card = card;
        this.messages = messages;
        this.clock = clock;
    }

    /** By whoever may, in the channel where the card stands; doing it twice changes nothing. */
    public Reply act(CardAction.OfEvidence action, Turn turn) {
        Instant now = clock.instant();
        Optional<Incident> found = incidents.find(action.incident());
        if (found.isEmpty()) {
            return new Reply.Tell(messages.text("alert.unknown"));
        }
        if (!rights.standsHere(found.get().deskPost(), turn)) {
            return new Reply.Tell(messages.text("alert.elsewhere"));
        }
        if (held.has(turn.person())) {
            return new Reply.Tell(messages.text("desk.held"));
        }
        Optional<String> refusal = rights.refusal(turn.person(), "evidence", true, now);
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        Incident stored = incidents
                .change(action.incident(), incident -> switch (action) {
                    case CardAction.QuarantineEvidence quarantine ->
                        new Custody(incident).quarantine(turn.person(), now);
                    case CardAction.ReleaseEvidence release -> new Custody(incident).release(turn.person(), now);
                })
                .orElse(found.get());
        relay.wake();
        return new Reply.ShowPresser(card.of(stored, now));
    }
}
