package io.beadle.bot.desk;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.AlertCard;
import io.beadle.card.CardAction;
import io.beadle.content.Messages;
import io.beadle.incident.Confidence;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** "Acknowledge" on an alert card: by different people who have the right to (G17). */
@Component
public final class Acknowledging {
    private final Incidents incidents;
    private final DeskRights desks;
    private final CaseRights rights;
    private final AlertCard card;
    private final Messages messages;
    private final InstantSource clock;

    Acknowledging(
            Incidents incidents,
            DeskRights desks,
            CaseRights rights,
            AlertCard card,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.desks = desks;
        this.rights = rights;
        this.card = card;
        this.messages = messages;
        this.clock = clock;
    }

    /** Counts the person; who has been counted before, or comes after enough have, is told so and nothing changes. */
    public Reply acknowledge(CardAction.Acknowledge action, Turn turn) {
        Instant now = clock.instant();
        Optional<Incident> found = incidents.find(action.incident());
        if (found.isEmpty()) {
            return new Reply.Tell(messages.text("alert.unknown"));
        }
        if (!turn.isPersonal() && !desks.standsHere(found.get().deskPost(), turn)) {
            return new Reply.Tell(messages.text("alert.elsewhere"));
        }
        Optional<String> refusal =
                rights.of(turn, found.get().deskPost(), now).refusal(Confidence.ACKNOWLEDGE, found.get());
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        AtomicBoolean counted = new AtomicBoolean();
        Incident stored = incidents
                .change(action.incident(), incident -> {
                    Incident changed = incident.acknowledge(turn.person(), now);
                    counted.set(!changed.equals(incident));
                    return changed;
                })
                .orElse(found.get());
        if (isAnotherCard(stored.deskPost(), turn.card())) {
            return new Reply.Show(card.of(stored, now));
        }
        if (counted.get()) {
            return new Reply.ShowPresser(card.of(stored, now));
        }
        return new Reply.Tell(
                stored.isAcknowledgedBy(turn.person()) && !stored.isAcknowledged()
                        ? messages.text(
                                "alert.again",
                                stored.reference(),
                                stored.wanted() - stored.acknowledgements().size())
                        : messages.text("alert.enough", stored.reference(), stored.wanted()));
    }

    /** Whether it is a second card of the incident, which no relay knows of: then nobody else brings it up to date. */
    private static boolean isAnotherCard(@Nullable DeskPost post, @Nullable String pressed) {
        return post != null && pressed != null && !post.activity().equals(pressed);
    }
}
