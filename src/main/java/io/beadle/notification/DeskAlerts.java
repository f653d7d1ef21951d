package io.beadle.notification;

import io.beadle.card.AlertCard;
import io.beadle.card.Card;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Keeps an incident's one card in the desk's channel true. */
@Component
final class DeskAlerts {
    private static final int NOT_FOUND = 404;

    private final Desks desks;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final AlertCard card;
    private final InstantSource clock;

    DeskAlerts(
            Desks desks,
            ConversationReferences references,
            Conversations conversations,
            AlertCard card,
            InstantSource clock) {
        this.desks = desks;
        this.references = references;
        this.conversations = conversations;
        this.card = card;
        this.clock = clock;
    }

    boolean hasDesk() {
        return desks.current().isPresent();
    }

    /**
     * Updates the incident's card where it stands, or posts it to the desk if it stands nowhere, or no longer.
     *
     * @throws DeliveryException if Teams did not take it
     */
    DeskPost show(Incident incident) {
        Card shown = card.of(incident, clock.instant());
        Message message = Message.card(shown.json(), shown.summary());
        DeskPost post = incident.deskPost();
        String desk = desks.current().map(Desk::conversation).orElseThrow(() -> new DeliveryException(0, "NoDesk"));
        if (post != null) {
            try {
                conversations.update(address(post.conversation()), post.activity(), message);
                return post;
            } catch (DeliveryException e) {
                if (!isLost(post, desk, e)) {
                    throw e;
                }
            }
        }
        return new DeskPost(desk, conversations.post(address(desk), message));
    }

    /** Whether the card is gone, or stands where Beadle may no longer write while another channel is the desk now. */
    private static boolean isLost(DeskPost post, String desk, DeliveryException refusal) {
        return refusal.status() == NOT_FOUND || (refusal.isFinal() && !desk.equals(post.conversation()));
    }

    /** Deletes a post that is not the incident's one card after all. */
    void takeBack(DeskPost post, Incident incident) {
        if (!post.equals(incident.deskPost())) {
            conversations.delete(address(post.conversation()), post.activity());
        }
    }

    /** No address is as final as an address that is not found: Beadle was removed from there. */
    private Address address(String conversation) {
        return references
                .find(conversation)
                .orElseThrow(() -> new DeliveryException(NOT_FOUND, "NoConversationReference"));
    }
}
