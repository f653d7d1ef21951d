package io.beadle.bot.report;

import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody has just asked: it names them at a time, and may be about what they report next. */
@Component
final class RecentQuestions {
    /** As long as it is kept of anybody who asked. */
    private static final Duration RECENT = Duration.ofDays(2);

    private final AskedQuestions asked;
    private final InstantSource clock;

    RecentQuestions(AskedQuestions asked, InstantSource clock) {
        this.asked = asked;
        this.clock = clock;
    }

    /** Forgets who asked, as is done a day later anyway; a question that waits for a person is still to be answered. */
    void forget(Person person, String conversation) {
        Optional<AskedQuestion> latest = latest(person, conversation);
        while (latest.isPresent() && !latest.get().isOpen()) {
            AskedQuestion question = latest.get();
            if (question.isGap()) {
                asked.change(question.key(), AskedQuestion::forgotten);
            } else {
                asked.delete(question.key());
            }
            latest = latest(person, conversation);
        }
    }

    private Optional<AskedQuestion> latest(Person person, String conversation) {
        return asked.latest(conversation, person.id(), clock.instant().minus(RECENT));
    }
}
