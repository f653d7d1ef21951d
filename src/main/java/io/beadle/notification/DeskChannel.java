package io.beadle.notification;

import io.beadle.incident.DeskPost;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps posts in the desk's channel true. */
@Component
final class DeskChannel {
    private static final int NOT_FOUND = 404;
    private static final Logger log = LoggerFactory.getLogger(DeskChannel.class);

    private final Desks desks;
    private final ConversationReferences references;
    private final Conversations conversations;

    DeskChannel(Desks desks, ConversationReferences references, Conversations conversations) {
        this.desks = desks;
        this.references = references;
        this.conversations = conversations;
    }

    boolean isSet() {
        return desks.current().isPresent();
    }

    /**
     * Updates a post where it stands, or posts anew to the desk if it stands nowhere, or no longer.
     *
     * @throws DeliveryException if Teams did not take it
     */
    DeskPost show(@Nullable DeskPost standing, Message message) {
        String desk = desks.current().map(Desk::conversation).orElseThrow(() -> new DeliveryException(0, "NoDesk"));
        if (standing != null) {
            try {
                conversations.update(address(standing.conversation()), standing.activity(), message);
                return standing;
            } catch (DeliveryException e) {
                if (!isLost(standing, desk, e)) {
                    throw e;
                }
            }
        }
        return new DeskPost(desk, conversations.post(address(desk), message));
    }

    /** Whether the post is gone, or stands where Beadle may no longer write while another channel is the desk now. */
    private static boolean isLost(DeskPost post, String desk, DeliveryException refusal) {
        return refusal.status() == NOT_FOUND || (refusal.isFinal() && !desk.equals(post.conversation()));
    }

    /**
     * Deletes a post that came after another relay's, and so is not the one that counts.
     *
     * @param counts the one that does, null if none
     * @param what for the log
     */
    void takeBack(DeskPost late, @Nullable DeskPost counts, Object what) {
        log.warn("outbox delivered late, after another relay {}", what);
        if (late.equals(counts)) {
            return;
        }
        try {
            conversations.delete(address(late.conversation()), late.activity());
        } catch (DeliveryException e) {
            log.warn("outbox second card not taken back {} status={} code={}", what, e.status(), e.code());
        }
    }

    /** No address is as final as an address that is not found: Beadle was removed from there. */
    private Address address(String conversation) {
        return references
                .find(conversation)
                .orElseThrow(() -> new DeliveryException(NOT_FOUND, "NoConversationReference"));
    }
}
