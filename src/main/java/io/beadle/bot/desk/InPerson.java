package io.beadle.bot.desk;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.content.Messages;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What somebody opens from a card in a channel comes to their personal chat, where nobody else reads along. */
@Component
public final class InPerson {
    private static final Logger log = LoggerFactory.getLogger(InPerson.class);

    private final Conversations conversations;
    private final Messages messages;

    InPerson(Conversations conversations, Messages messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    /** Posts the card, which is drawn only if there is such a chat; the one that was pressed stays. */
    public Reply open(Turn turn, Supplier<Card> card) {
        try {
            Address chat = conversations.personalChat(turn.address(), turn.member());
            Card drawn = card.get();
            conversations.post(chat, Message.card(drawn.json(), drawn.summary()));
            return new Reply.Tell(messages.text("case.opened"));
        } catch (DeliveryException e) {
            log.warn("personal chat refused status={} code={}", e.status(), e.code());
            return new Reply.Tell(messages.text("case.unreached"));
        }
    }
}
