package io.beadle.bot.ask;

import io.beadle.bot.ask.Understanding.Understood;
import io.beadle.card.AnswerText;
import io.beadle.card.Markdown;
import io.beadle.card.Phrases;
import io.beadle.content.Messages;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.PlainAnswer;
import io.beadle.teams.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one text message of an answer: how it was read, the quotes with their numbers, or an honest no. */
@Component
final class AnswerMessages {
    /** More quotes than this nobody compares; the rest is under "More passages". */
    private static final int QUOTES = 4;

    private static final Map<String, Object> FEEDBACK = Map.of("feedbackLoop", Map.of("type", "default"));

    private final AnswerText texts;
    private final Messages messages;
    private final Phrases phrases;
    private final CurrentContacts contacts;

    AnswerMessages(AnswerText texts, Messages messages, Phrases phrases, CurrentContacts contacts) {
        this.texts = texts;
        this.messages = messages;
        this.phrases = phrases;
        this.contacts = contacts;
    }

    /** @param personal whether nobody else reads it: what was typed is repeated only then (G11) */
    Message of(Understood understood, boolean personal) {
        return of(understood, personal, null);
    }

    /** @param plain what a language model made of the quotes, in front of them; null for the quotes alone */
    Message of(Understood understood, boolean personal, @Nullable PlainAnswer plain) {
        Optional<String> whom = contacts.to(understood.text());
        String opening = help(understood.text())
                + reading(understood, personal)
                + whom.map(lines -> lines + "\n\n").orElse("");
        List<Citation> quoted = quoted(understood);
        if (quoted.isEmpty()) {
            return Message.text(
                    whom.isPresent() ? opening.strip() : opening + words(Remark.unanswered(understood.text())));
        }
        String key = understood.answer() instanceof Answer.Answered ? "answer.found" : "answer.closest";
        return new Message(
                opening + (plain == null ? "" : inPlain(plain) + "\n\n") + phrases.withNumbers(key, texts.of(quoted)),
                null,
                null,
                List.of(CitationEntity.of(quoted, plain != null)),
                FEEDBACK);
    }

    /** What a language model made of the quotes, under words that say so. */
    String inPlain(PlainAnswer plain) {
        return messages.text(
                "answer.plain",
                plain.sentences().stream()
                        .map(sentence -> Markdown.escape(sentence.text())
                                + sentence.citations().stream()
                                        .map(number -> " [" + number + "]")
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n\n")));
    }

    /** What is said to a text that is not looked up. */
    Message remark(Remark remark, String text) {
        return Message.text(help(text) + words(remark));
    }

    /**
     * What is quoted, in the order of the numbers. What is near by chance to another language or to abuse is not, nor what
     * is only near where the current contacts answer (G34).
     */
    List<Citation> quoted(Understood understood) {
        return switch (understood.answer()) {
            case Answer.Answered found ->
                found.citations().stream().limit(QUOTES).toList();
            case Answer.Closest near ->
                Remark.unanswered(understood.text()) == Remark.NONE
                                && contacts.to(understood.text()).isEmpty()
                        ? List.of(near.closest())
                        : List.of();
            case Answer.NotFound none -> List.of();
        };
    }

    private String words(Remark remark) {
        return switch (remark) {
            case NONE -> phrases.withNumbers("answer.none");
            case WORDLESS -> messages.text("remark.wordless");
            case ORDERS -> messages.text("remark.orders");
            case LONG -> phrases.withNumbers("remark.long");
            case WELSH -> phrases.withNumbers("remark.welsh");
            case FOREIGN -> phrases.withNumbers("remark.foreign");
            case ABUSE -> phrases.withNumbers("remark.abuse");
        };
    }

    private String help(String text) {
        if (!Distress.isIn(text)) {
            return "";
        }
        return phrases.inDanger(Distress.ofSelf(text) ? "remark.danger.self" : "remark.danger") + "\n\n";
    }

    private String reading(Understood understood, boolean personal) {
        if (!understood.isFollowUp()) {
            return "";
        }
        String read = personal
                ? messages.text("answer.read", Markdown.escape(understood.read()))
                : messages.text("answer.read.unsaid");
        return "_" + read + "_\n\n";
    }
}
