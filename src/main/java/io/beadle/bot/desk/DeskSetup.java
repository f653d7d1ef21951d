package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.Markdown;
import io.beadle.card.SimpleCards;
import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.OutboxRelay;
import io.beadle.people.Administrators;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** "@Beadle desk": makes the channel the one that receives alerts (G12). */
@Component
public final class DeskSetup {
    private static final Logger log = LoggerFactory.getLogger(DeskSetup.class);

    private final Administrators administrators;
    private final Desks desks;
    private final Conversations conversations;
    private final ConversationReferences references;
    private final OutboxRelay relay;
    private final SimpleCards cards;
    private final WrittenTime times;
    private final Messages messages;
    private final InstantSource clock;

    DeskSetup(
            Administrators administrators,
            Desks desks,
            Conversations conversations,
            ConversationReferences references,
            OutboxRelay relay,
            SimpleCards cards,
            WrittenTime times,
            Messages messages,
            InstantSource clock) {
        this.administrators = administrators;
        this.desks = desks;
        this.conversations = conversations;
        this.references = references;
        this.relay = relay;
        this.cards = cards;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    /** Makes this channel the desk once a test card got through; the old desk stays as it is if it does not. */
    public void set(Intent.SetDesk intent, Turn turn, Chat chat) {
        Address here = turn.address();
        Optional<Desk> old = desks.current();
        switch (here.scope()) {
            case PERSONAL -> chat.send(messages.text("desk.personal"));
            case GROUP -> chat.send(messages.text("desk.group"));
            case CHANNEL -> {
                if (old.filter(d -> d.conversation().equals(here.conversation()))
                        .isPresent()) {
                    chat.send(messages.text("desk.already"));
                } else if (!administrators.mayAppoint(turn.person(), intent.code())) {
                    log.warn("desk refused person={}", turn.person().id());
                    chat.send(refused());
                } else if (!testCardGetsThrough(turn, chat)) {
                    log.info("desk unchanged person={}", turn.person().id());
                } else if (!administrators.appoint(turn.person(), intent.code())) {
                    chat.send(refused());
                } else {
                    desks.set(new Desk(here.conversation(), turn.person(), clock.instant()));
                    log.info("desk set person={}", turn.person().id());
                    relay.wake();
                    old.ifPresent(desk -> tellOldDesk(desk, turn));
                    chat.send(messages.text("desk.set"));
                }
            }
        }
    }

    private String refused() {
        return messages.text(administrators.takeCode() ? "desk.refused.code" : "desk.refused");
    }

    private boolean testCardGetsThrough(Turn turn, Chat chat) {
        Card test = cards.deskTest(turn.person().name(), times.inFull(clock.instant()));
        try {
            conversations.post(turn.address(), Message.card(test.json(), messages.text("desk.test.summary")));
            return true;
        } catch (DeliveryException e) {
            log.warn("desk test card refused status={} code={}", e.status(), e.code());
            chat.send(messages.text("desk.failed", e.code().isEmpty() ? e.status() : e.code()));
            return false;
        }
    }

    private void tellOldDesk(Desk old, Turn turn) {
        Instant now = clock.instant();
        references.find(old.conversation()).ifPresent(address -> {
            try {
                conversations.post(
                        address,
                        Message.text(messages.text(
                                "desk.moved", Markdown.escape(turn.person().name()), times.inFull(now))));
            } catch (DeliveryException e) {
                log.warn("old desk not told status={} code={}", e.status(), e.code());
            }
        });
    }
}
