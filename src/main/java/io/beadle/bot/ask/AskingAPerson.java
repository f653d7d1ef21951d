package io.beadle.bot.ask;

import io.beadle.bot.desk.EnquiryNotices;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Intents;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.EnquiryCards;
import io.beadle.card.Phrases;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.notification.Desks;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * "Ask the security team" under an answer. They see what is sent, and who will read it, before it is sent; what seems to
 * tell of an event is offered as a private report first (G34).
 */
@Component
public final class AskingAPerson {
    private static final Logger log = LoggerFactory.getLogger(AskingAPerson.class);

    private final AskedQuestions asked;
    private final Desks desks;
    private final EnquiryNotices notices;
    private final Intents intents;
    private final ReportTypes types;
    private final EnquiryCards cards;
    private final Messages messages;
    private final Phrases phrases;
    private final InstantSource clock;

    AskingAPerson(
            AskedQuestions asked,
            Desks desks,
            EnquiryNotices notices,
            Intents intents,
            ReportTypes types,
            EnquiryCards cards,
            Messages messages,
            Phrases phrases,
            InstantSource clock) {
        this.asked = asked;
        this.desks = desks;
        this.notices = notices;
        this.intents = intents;
        this.types = types;
        this.cards = cards;
        this.messages = messages;
        this.phrases = phrases;
        this.clock = clock;
    }

    public Reply ask(CardAction.AskPerson action, Turn turn) {
        Optional<AskedQuestion> question = asked.find(action.question());
        Optional<Reply> refusal = refusal(question, turn);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        AskedQuestion stored = question.orElseThrow();
        return new Reply.Show(
                stored.type() == null
                        ? cards.form(stored.key(), stored.read(), false, null)
                        : cards.event(stored.key(), stored.read(), type(stored.type())));
    }

    /** A button of one of the cards that lead to the desk. */
    public Reply act(CardAction.OfEnquiry action, Turn turn) {
        Optional<AskedQuestion> question = asked.find(action.question());
        Optional<Reply> refusal = refusal(question, turn);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        AskedQuestion stored = question.orElseThrow();
        return switch (action) {
            case CardAction.WriteEnquiry write -> new Reply.Show(cards.form(stored.key(), write.text(), true, null));
            case CardAction.DropEnquiry drop -> new Reply.Show(cards.dropped());
            case CardAction.SendEnquiry send -> send(stored, send);
        };
    }

    private Reply send(AskedQuestion question, CardAction.SendEnquiry send) {
        String text = send.text().strip();
        if (text.isEmpty() || text.length() > EnquiryCards.LONGEST_QUESTION) {
            String problem = text.isEmpty()
                    ? messages.text("person.empty")
                    : messages.text("person.long", text.length(), EnquiryCards.LONGEST_QUESTION);
            return new Reply.Show(cards.form(question.key(), text, send.insisted(), problem));
        }
        Told told = told(text);
        if (told.event() && !send.insisted()) {
            return new Reply.Show(cards.event(question.key(), text, type(told.type())));
        }
        String marked = told.event() && told.type() == null ? "" : told.type();
        asked.change(question.key(), stored -> stored.enquire(text, marked, clock.instant()))
                .ifPresent(notices::tell);
        log.info("question sent key={}", question.key());
        return new Reply.Show(cards.sent());
    }

    private record Told(boolean event, @Nullable String type) {}

    private Told told(String text) {
        Intent intent = intents.of(text);
        if (intent instanceof Intent.Report report) {
            return new Told(true, report.type());
        }
        return intent instanceof Intent.Ask ask ? new Told(ask.type() != null, ask.type()) : new Told(false, null);
    }

    private Optional<Reply> refusal(Optional<AskedQuestion> found, Turn turn) {
        if (found.isEmpty() || found.get().asker() == null) {
            return refused("person.gone");
        }
        if (!found.get().asker().id().equals(turn.person().id())) {
            return refused("person.others");
        }
        if (found.get().enquiry() != null) {
            return refused("person.already");
        }
        return desks.current().isEmpty()
                ? Optional.of(new Reply.Tell(phrases.withNumbers("person.nodesk")))
                : Optional.empty();
    }

    private @Nullable ReportType type(@Nullable String id) {
        return id == null ? null : types.find(id).orElse(null);
    }

    private Optional<Reply> refused(String key) {
        return Optional.of(new Reply.Tell(messages.text(key)));
    }
}
