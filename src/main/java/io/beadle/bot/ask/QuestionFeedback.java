package io.beadle.bot.ask;

import io.beadle.bot.turn.Turn;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.knowledge.AskedQuestions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether somebody found an answer useful: counted, and kept with the question as long as that is. What they typed beside
 * it is not: see RATIONALE.md, "Why is the comment beside a thumb dropped?".
 */
@Component
public final class QuestionFeedback {
    private static final Logger log = LoggerFactory.getLogger(QuestionFeedback.class);

    private final AskedQuestions asked;
    private final MeterRegistry meters;

    QuestionFeedback(AskedQuestions asked, MeterRegistry meters) {
        this.asked = asked;
        this.meters = meters;
        for (Reaction reaction : Reaction.values()) { // there from the start
            counted(reaction);
        }
    }

    private Counter counted(Reaction reaction) {
        return meters.counter(
                "beadle.answers.feedback", "reaction", reaction.name().toLowerCase(Locale.ROOT));
    }

    /** Somebody reacted to the turn's message; the last reaction counts. */
    public void reacted(Reaction reaction, Turn turn) {
        counted(reaction).increment();
        String answer = turn.card();
        if (answer == null) {
            return;
        }
        try {
            asked.answeredBy(turn.address().conversation(), answer)
                    .ifPresent(question -> asked.change(question.key(), stored -> stored.reacted(reaction)));
        } catch (RuntimeException e) {
            // a failed turn would show the person an error for having been so kind
            log.error("feedback not kept cause={}", e.getClass().getName());
        }
    }
}
