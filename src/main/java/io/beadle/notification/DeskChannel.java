package io.beadle.notification;

import io.beadle.incident.DeskPost;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps posts in the desks' channels true. */
@Component
final class DeskChannel {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Logger log = LoggerFactory.getLogger(DeskChannel.class);

    private final Desks desks;
    private final ConversationReferences references;
    private final Conversations conversations;
    private final DeskLosses losses;

    DeskChannel(Desks desks, ConversationReferences references, Conversations conversations, DeskLosses losses) {
        this.desks = desks;
        this.references = references;
        this.conversations = conversations;
        this.losses = losses;
    }

    /** Whether there is a main desk to post to. */
    boolean isSet() {
        return desks.current().isPresent();
    }

    /** Whether what is for that desk can be posted, there or in its place to the main one. */
    boolean isSet(String id) {
        return serving(id).isPresent();
    }

    /** Where that post stands, or one for that desk would be made now; empty where there is no desk for it. */
    Optional<Place> place(String id, @Nullable DeskPost standing, boolean urgent) {
        return standing == null
                ? serving(id).map(desk -> Place.channel(desk.conversation(), urgent))
                : Optional.of(Place.channel(standing.conversation(), urgent));
    }

    /** {@link #show(String, DeskPost, Message)} at the main desk. */
    DeskPost show(@Nullable DeskPost standing, Message message) {
        return show(Desk.MAIN, standing, message);
    }

    /**
     * Updates a post where it stands, or posts anew to that desk if it stands nowhere, or no longer. While no channel is chosen
     * for that desk, or its channel is closed to Beadle, the main desk takes its place.
     *
     * @throws DeliveryException if Teams did not take it
     */
    DeskPost show(String id, @Nullable DeskPost standing, Message message) {
        Desk desk = serving(id).orElseThrow(() -> new DeliveryException(0, "NoDesk"));
        try {
            return showAt(desk.conversation(), standing, message);
        } catch (DeliveryException e) {
            if (e.status() != FORBIDDEN && e.status() != NOT_FOUND) {
                throw e;
            }
            losses.lose(desk);
            if (desk.isMain()) {
                throw e;
            }
            return show(Desk.MAIN, standing, message);
        }
    }

    /**
     * Shows something else where a post stands.
     *
     * @throws DeliveryException if Teams did not take it
     */
    void replace(DeskPost standing, Message message) {
        conversations.update(address(standing.conversation()), standing.activity(), message);
    }

    private Optional<Desk> serving(String id) {
        return desks.find(id).filter(desk -> !desk.isLost()).or(desks::current);
    }

    private DeskPost showAt(String desk, @Nullable DeskPost standing, Message message) {
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
