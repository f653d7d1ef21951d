package io.beadle.bot.ask;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.card.AnswerCards;
import io.beadle.card.Markdown;
import io.beadle.card.Phrases;
import io.beadle.content.Messages;
import io.beadle.content.ReportTypes;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers a question: the quoted clause as a text with its citation, then a card with what else can be done. */
@Component
public final class PolicyQuestions {
    private static final int FURTHER = 2;
    private static final Logger log = LoggerFactory.getLogger(PolicyQuestions.class);

    private final PolicyAssistant assistant;
    private final AnswerCards cards;
    private final ReportTypes types;
    private final Messages messages;
    private final Phrases phrases;

    PolicyQuestions(
            PolicyAssistant assistant, AnswerCards cards, ReportTypes types, Messages messages, Phrases phrases) {
        this.assistant = assistant;
        this.cards = cards;
        this.types = types;
        this.messages = messages;
        this.phrases = phrases;
    }

    public void answer(Intent.Ask ask, Chat chat) {
        Answer answer;
        try {
            answer = assistant.ask(Question.of(ask.question()));
        } catch (KnowledgeBusyException e) {
            chat.send(messages.text("answer.busy"));
            return;
        }
        chat.send(text(answer));
        List<String> further = answer.passages().stream()
                .filter(p -> !cited(answer).contains(p))
                .limit(FURTHER)
                .map(Passage::id)
                .toList();
        try {
            chat.send(cards.buttons(
                    answer instanceof Answer.NotFound ? List.of() : further,
                    ask.type() == null ? null : types.find(ask.type()).orElse(null)));
        } catch (DeliveryException e) {
            // the answer is there: a failed turn would be delivered again, and the answer given twice
            log.warn("answer without buttons status={} code={}", e.status(), e.code());
        }
    }

    /** The further passages, looked up again by the ids on the card. */
    public Reply more(List<String> ids) {
        List<Passage> passages = ids.stream()
                .limit(FURTHER)
                .flatMap(id -> assistant.passage(id, null).stream())
                .toList();
        return passages.isEmpty()
                ? new Reply.Tell(messages.text("answer.more.gone"))
                : new Reply.Show(cards.passages(passages));
    }

    private Message text(Answer answer) {
        return switch (answer) {
            case Answer.Answered found ->
                quoted("answer.found", found.citations().getFirst());
            case Answer.Closest near -> quoted("answer.closest", near.closest());
            case Answer.NotFound none -> Message.text(phrases.withNumbers("answer.none"));
        };
    }

    private Message quoted(String key, Citation citation) {
        String text = phrases.withNumbers(
                key, Markdown.escape(cards.source(citation.passage())), Markdown.quote(citation.quote()));
        return new Message(
                text,
                null,
                null,
                List.of(CitationEntity.of(citation)),
                Map.of("feedbackLoop", Map.of("type", "default")));
    }

    private static List<Passage> cited(Answer answer) {
        return switch (answer) {
            case Answer.Answered found ->
                found.citations().stream().map(Citation::passage).toList();
            case Answer.Closest near -> List.of(near.closest().passage());
            case Answer.NotFound none -> List.of();
        };
    }
}
