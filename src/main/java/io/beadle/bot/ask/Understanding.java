package io.beadle.bot.ask;

import io.beadle.bot.turn.Turn;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the policies what somebody meant: what they wrote, or that together with what they asked just before. */
@Component
final class Understanding {
    /** What somebody asks later than this goes on from nothing. */
    private static final Duration TALK = Duration.ofMinutes(30);

    private final PolicyAssistant assistant;
    private final AskedQuestions asked;
    private final InstantSource clock;

    Understanding(PolicyAssistant assistant, AskedQuestions asked, InstantSource clock) {
        this.assistant = assistant;
        this.asked = asked;
        this.clock = clock;
    }

    /**
     * A question and its answer.
     *
     * @param text as it was written
     * @param read as it was understood; the text itself unless it is a follow-up
     */
    record Understood(String text, String read, Answer answer) {
        boolean isFollowUp() {
            return !read.equals(text);
        }
    }

    /**
     * A follow-up is answered together with the question before it, unless that finds nothing of what the text itself names
     * and the text alone does: "and a bank?" after a question about the police.
     *
     * @throws io.beadle.knowledge.KnowledgeBusyException when too many questions wait already
     */
    Understood of(String text, Turn turn) {
        Optional<String> meant = asked.latest(
                        turn.address().conversation(),
                        turn.person().id(),
                        clock.instant().minus(TALK))
                .map(AskedQuestion::read)
                .flatMap(before -> FollowUp.of(text, before));
        if (meant.isEmpty()) {
            return alone(text, turn);
        }
        Understood together = new Understood(text, meant.get(), ask(meant.get(), turn));
        List<String> topics = FollowUp.topics(text);
        if (topics.isEmpty() || names(together.answer(), topics)) {
            return together;
        }
        Understood alone = alone(text, turn);
        boolean better = alone.answer() instanceof Answer.Answered && !(together.answer() instanceof Answer.Answered);
        return better || names(alone.answer(), topics) ? alone : together;
    }

    /** Whether the passage quoted first speaks of these. */
    private static boolean names(Answer answer, List<String> topics) {
        Passage first = switch (answer) {
            case Answer.Answered found -> found.citations().getFirst().passage();
            case Answer.Closest near -> near.closest().passage();
            case Answer.NotFound none -> null;
        };
        if (first == null) {
            return false;
        }
        String text = (first.heading() + "\n" + first.text()).toLowerCase(Locale.UK);
        return topics.stream().map(Understanding::stem).allMatch(text::contains);
    }

    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** The same without a look at the question before. */
    Understood alone(String text, Turn turn) {
        return new Understood(text, text, ask(text, turn));
    }

    /** These passages as far as they are still there and may be read, in this order. */
    List<Passage> passages(List<String> ids, Turn turn) {
        return ids.stream()
                .flatMap(id -> assistant.passage(id, reader(turn)).stream())
                .toList();
    }

    /** The section around a passage; empty if that is no longer there, or may not be read. */
    List<Passage> section(String passage, Turn turn) {
        return assistant.section(passage, reader(turn));
    }

    private Answer ask(String question, Turn turn) {
        return assistant.ask(new Question(question, null, reader(turn)));
    }

    /** Whose right to read counts: in a conversation with others, what everybody may read (G34). */
    static @Nullable String reader(Turn turn) {
        return turn.isPersonal() ? turn.person().id() : null;
    }
}
