package io.beadle.bot.ask;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.RegisterCard;
import io.beadle.card.RegisterText;
import io.beadle.content.Messages;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisterQuestions;
import io.beadle.teams.DeliveryException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers questions about the policies themselves from the register: a sentence, and a card. */
@Component
public final class RegisterAnswers {
    private static final Logger log = LoggerFactory.getLogger(RegisterAnswers.class);

    private final RegisterQuestions register;
    private final PolicyAssistant assistant;
    private final RegisterCard card;
    private final RegisterText texts;
    private final Messages messages;
    private final InstantSource clock;
    private final ZoneId zone;

    RegisterAnswers(
            RegisterQuestions register,
            PolicyAssistant assistant,
            RegisterCard card,
            RegisterText texts,
            Messages messages,
            InstantSource clock,
            ZoneId zone) {
        this.register = register;
        this.assistant = assistant;
        this.card = card;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether it was a question for the register; if not, nothing was sent and the documents are to be asked. */
    public boolean answer(String text, Turn turn, Chat chat) {
        Question question = question(text, turn);
        Optional<RegisterAnswer> found;
        boolean said;
        try {
            found = register.answer(question);
            said = found.filter(answer -> isSaid(answer, question)).isPresent();
        } catch (KnowledgeBusyException e) {
            chat.send(messages.text("answer.busy"));
            return true;
        }
        found.ifPresent(answer -> send(answer, said ? text : null, chat));
        return found.isPresent();
    }

    /** The card as it was, without the button that was pressed. */
    public Reply again(String text, Turn turn) {
        return register.answer(question(text, turn))
                .filter(answer -> !answer.policies().isEmpty())
                .<Reply>map(answer -> new Reply.Show(card.of(answer, today(), null)))
                .orElseGet(() -> new Reply.Tell(messages.text("answer.more.gone")));
    }

    private void send(RegisterAnswer answer, @Nullable String question, Chat chat) {
        chat.send(texts.of(answer, today()));
        if (answer.policies().isEmpty()) {
            return;
        }
        try {
            chat.send(card.of(answer, today(), question));
        } catch (DeliveryException e) {
            // the answer is there: a failed turn would be delivered again, and the answer given twice
            log.warn("register answer without card status={} code={}", e.status(), e.code());
        }
    }

    /** Whether the document of one of these policies answers the question too. */
    private boolean isSaid(RegisterAnswer answer, Question question) {
        return answer.asked() instanceof RegisterAnswer.Asked.About
                && assistant.ask(question) instanceof Answer.Answered found
                && answer.policies().stream()
                        .map(told -> told.policy().document())
                        .filter(Objects::nonNull)
                        .anyMatch(document -> document.equals(
                                found.citations().getFirst().passage().document()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** In a conversation with others only what everybody may read is told (G34). */
    private static Question question(String text, Turn turn) {
        return new Question(text, null, turn.isPersonal() ? turn.person().id() : null);
    }
}
