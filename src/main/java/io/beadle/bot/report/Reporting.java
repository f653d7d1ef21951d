package io.beadle.bot.report;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.MyReportsCard;
import io.beadle.card.Phrases;
import io.beadle.card.SimpleCards;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Draft;
import io.beadle.incident.Incidents;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reporting in a chat: where the dialogue's cards are shown. It is always the personal chat (G11). */
@Component
public final class Reporting {
    private static final int MINE = 10;
    private static final Logger log = LoggerFactory.getLogger(Reporting.class);

    private final ReportDialogue dialogue;
    private final ReportTypes types;
    private final Incidents incidents;
    private final Conversations conversations;
    private final ConversationReferences references;
    private final SimpleCards simple;
    private final MyReportsCard mine;
    private final Messages messages;
    private final Phrases phrases;
    private final InstantSource clock;

    Reporting(
            ReportDialogue dialogue,
            ReportTypes types,
            Incidents incidents,
            Conversations conversations,
            ConversationReferences references,
            SimpleCards simple,
            MyReportsCard mine,
            Messages messages,
            Phrases phrases,
            InstantSource clock) {
        this.dialogue = dialogue;
        this.types = types;
        this.incidents = incidents;
        this.conversations = conversations;
        this.references = references;
        this.simple = simple;
        this.mine = mine;
        this.messages = messages;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Somebody said that something happened, or that they want to report it. */
    public void begin(Intent.Report intent, Turn turn, Chat chat) {
        said(turn, chat, place -> {
            Optional<Draft> open = dialogue.open(turn.person());
            Optional<ReportType> type = types.find(intent.type() == null ? "" : intent.type());
            if (open.isPresent()) {
                leaveOldCard(open.get(), turn.card());
                show(open.get(), place);
            } else if (type.isPresent()) {
                show(dialogue.begin(turn.person(), type.get(), intent.said()), place);
            } else {
                place.chat().send(simple.chooseType());
            }
        });
    }

    public void mine(Turn turn, Chat chat) {
        said(turn, chat, place -> place.chat().send(mineCard(turn)));
    }

    /** "Cancel", said in words. */
    public void cancel(Turn turn, Chat chat) {
        Optional<Draft> open = dialogue.open(turn.person());
        if (open.isEmpty()) {
            chat.send(messages.text("report.none.open"));
            return;
        }
        Card cancelled = dialogue.cancel(turn.person(), open.get().id());
        update(open.get(), cancelled);
        said(turn, chat, place -> place.chat().send(cancelled));
    }

    public Reply choose(Turn turn) {
        return begin(new CardAction.StartReport(""), turn);
    }

    /** A button that begins a report, of no type yet if its type is none of today's. */
    public Reply begin(CardAction.StartReport start, Turn turn) {
        return pressed(
                turn,
                () -> {
                    Optional<Draft> open = dialogue.open(turn.person());
                    Optional<ReportType> type = types.find(start.type());
                    if (open.isEmpty() && type.isEmpty()) {
                        return simple.chooseType();
                    }
                    Draft draft = open.orElseGet(() -> dialogue.begin(turn.person(), type.orElseThrow(), Map.of()));
                    leaveOldCard(draft, turn.card());
                    if (turn.card() != null) {
                        dialogue.shown(draft, turn.address().conversation(), turn.card());
                    }
                    return dialogue.card(draft);
                },
                chat -> begin(new Intent.Report(start.type(), Map.of()), turn, chat));
    }

    public Reply mine(Turn turn) {
        return pressed(turn, () -> mineCard(turn), chat -> mine(turn, chat));
    }

    /** A button of a draft's card. */
    public Reply act(CardAction.OfDraft action, Turn turn) {
        return new Reply.Show(
                switch (action) {
                    case CardAction.Next next ->
                        dialogue.next(turn.person(), next.draft(), next.step(), next.answers());
                    case CardAction.Back back -> dialogue.back(turn.person(), back.draft(), back.step());
                    case CardAction.Edit edit -> dialogue.edit(turn.person(), edit.draft(), edit.step());
                    case CardAction.Send send -> dialogue.send(turn.person(), send.draft());
                    case CardAction.Cancel cancel -> dialogue.cancel(turn.person(), cancel.draft());
                });
    }

    /** A place where the person alone reads along. */
    private record Place(Address address, Chat chat) {}

    /** Goes on in the personal chat, and says so where the person wrote if that was elsewhere. */
    private void said(Turn turn, Chat chat, Consumer<Place> work) {
        if (turn.isPersonal()) {
            work.accept(new Place(turn.address(), chat));
            return;
        }
        try {
            Address personal = conversations.personalChat(turn.address(), turn.member());
            work.accept(new Place(personal, message -> conversations.post(personal, message)));
            chat.send(messages.text("report.private"));
        } catch (DeliveryException e) {
            log.warn("personal chat refused status={} code={}", e.status(), e.code());
            chat.send(phrases.withNumbers("report.private.failed"));
        }
    }

    /** In the personal chat the card is replaced; elsewhere it stays, and the person is told where to go on. */
    private static Reply pressed(Turn turn, Supplier<Card> here, Consumer<Chat> elsewhere) {
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

    private void show(Draft draft, Place place) {
        String card = place.chat().send(dialogue.card(draft));
        dialogue.shown(draft, place.address().conversation(), card);
    }

    /** The draft's card was shown before: leave no second live one behind. */
    private void leaveOldCard(Draft draft, @Nullable String pressed) {
        if (draft.card() != null && !draft.card().equals(pressed)) {
            update(draft, simple.moved());
        }
    }

    private void update(Draft draft, Card card) {
        String where = draft.conversation();
        String activity = draft.card();
        if (where == null || activity == null) {
            return;
        }
        references.find(where).ifPresent(address -> {
            try {
                conversations.update(address, activity, Message.card(card.json(), card.summary()));
            } catch (DeliveryException e) {
                log.warn("old card not updated status={} code={}", e.status(), e.code());
            }
        });
    }

    private Card mineCard(Turn turn) {
        return mine.of(incidents.reportedBy(turn.person().id(), MINE), clock.instant());
    }
}
