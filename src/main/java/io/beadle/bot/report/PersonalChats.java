package io.beadle.bot.report;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.Phrases;
import io.beadle.content.Messages;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where a report is spoken of: in the personal chat, wherever it was asked for (G11). */
@Component
final class PersonalChats {
    private static final Logger log = LoggerFactory.getLogger(PersonalChats.class);

    private final Conversations conversations;
    private final Messages messages;
    private final Phrases phrases;

    PersonalChats(Conversations conversations, Messages messages, Phrases phrases) {
        this.conversations = conversations;
        this.messages = messages;
        this.phrases = phrases;
    }

    /** A place where the person alone reads along. */
    record Place(Address address, String member, Chat chat) {}

    /** Goes on in the personal chat, and says so where the person wrote if that was elsewhere. */
    void said(Turn turn, Chat chat, Consumer<Place> work) {
        if (turn.isPersonal()) {
            work.accept(new Place(turn.address(), turn.member(), chat));
            return;
        }
        try {
            Address personal = conversations.personalChat(turn.address(), turn.member());
            work.accept(new Place(personal, turn.member(), message -> conversations.post(personal, message)));
            chat.send(messages.text("report.private"));
        } catch (DeliveryException e) {
            log.warn("personal chat refused status={} code={}", e.status(), e.code());
            chat.send(phrases.withNumbers("report.private.failed"));
        }
    }

    /** In the personal chat the card is replaced; elsewhere it stays, and the person is told where to go on. */
    static Reply pressed(Turn turn, Supplier<Card> here, Consumer<Chat> elsewhere) {
        if (turn.isPersonal()) {
            return new Reply.Show(here.get());
        }
        AtomicReference<String> told = new AtomicReference<>("");
        elsewhere.accept(message -> {
            told.set(String.valueOf(message.text()));
            return "";
        });
        return new Reply.Tell(told.get());
    }
}
