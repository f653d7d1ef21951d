package io.beadle.bot.turn;

import io.beadle.card.Card;
import io.beadle.teams.Message;

/** The conversation of the turn, to write to while the turn lasts. */
@FunctionalInterface
public interface Chat {
    /**
     * Sends a message into the same thread; its activity id.
     *
     * @throws io.beadle.teams.DeliveryException if Teams did not take it
     */
    String send(Message message);

    /**
     * Replaces a message that was sent in this turn.
     *
     * @throws io.beadle.teams.DeliveryException if Teams did not take it
     */
    default void replace(String activity, Message message) {
        throw new UnsupportedOperationException("This conversation only takes new messages");
    }

    /** Has nothing kept of this turn; what it does must bear repetition (G8). */
    default void leaveNoTrace() {}

    default String send(Card card) {
        return send(Message.card(card.json(), card.summary()));
    }

    default String send(String text) {
        return send(Message.text(text));
    }
}
