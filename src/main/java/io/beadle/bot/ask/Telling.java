package io.beadle.bot.ask;

import io.beadle.bot.ask.Understanding.Understood;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.PlainAnswer;
import io.beadle.knowledge.PlainAnswers;
import io.beadle.knowledge.Question;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the text of an answer. With a language model, a personal chat sees its sentences as they come and hold; where
 * several people read, the quotes come at once, and what the model made of them is put in front of them later.
 */
@Component
final class Telling {
    private static final Logger log = LoggerFactory.getLogger(Telling.class);

    private final AnswerMessages answers;
    private final PlainAnswers plain;
    private final Messages messages;
    private final InstantSource clock;

    Telling(AnswerMessages answers, PlainAnswers plain, Messages messages, InstantSource clock) {
        this.answers = answers;
        this.plain = plain;
        this.messages = messages;
        this.clock = clock;
    }

    /** The activity id of the message. */
    String tell(Understood understood, Turn turn, Chat chat) {
        if (!plain.isConfigured() || !(understood.answer() instanceof Answer.Answered found)) {
            return chat.send(answers.of(understood, turn.isPersonal()));
        }
        Question question = Question.of(understood.read());
        return turn.isPersonal()
                ? streamed(question, found, understood, chat)
                : later(question, found, understood, chat);
    }

    private String streamed(Question question, Answer.Answered found, Understood understood, Chat chat) {
        AnswerStream stream = AnswerStream.begin(chat, messages.text("answer.looking"), clock);
        Optional<PlainAnswer> written = plain.write(question, found, soFar -> stream.show(answers.inPlain(soFar)));
        return stream.end(answers.of(understood, true, written.orElse(null)));
    }

    private String later(Question question, Answer.Answered found, Understood understood, Chat chat) {
        String activity = chat.send(answers.of(understood, false));
        Optional<PlainAnswer> written = plain.write(question, found, soFar -> {});
        written.ifPresent(text -> replace(activity, answers.of(understood, false, text), chat));
        return activity;
    }

    /** The quotes are there: without the rest they still answer. */
    private static void replace(String activity, Message message, Chat chat) {
        try {
            chat.replace(activity, message);
        } catch (DeliveryException e) {
            log.warn("answer not put in plain words status={} code={}", e.status(), e.code());
        }
    }
}
