package io.beadle.bot.desk;

import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Forgets who asked a day after it was settled, and the question with them unless it is a gap; gaps after a year. One that
 * waits for a person keeps its asker, who is to be told.
 */
@Component
class QuestionExpiry implements Sweep {
    static final Duration ASKER = Duration.ofHours(24);
    static final Duration GAPS = Duration.ofDays(365);
    private static final int AT_ONCE = 1_000;

    private final AskedQuestions asked;

    QuestionExpiry(AskedQuestions asked) {
        this.asked = asked;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public long sweep(Instant now) {
        long expired = asked.deleteAskedBefore(now.minus(GAPS));
        for (List<AskedQuestion> some = settled(now); !some.isEmpty(); some = settled(now)) {
            some.forEach(this::forget);
            expired += some.size();
        }
        return expired;
    }

    private List<AskedQuestion> settled(Instant now) {
        return asked.settledBefore(now.minus(ASKER), AT_ONCE);
    }

    private void forget(AskedQuestion question) {
        if (question.isGap()) {
            asked.change(question.key(), AskedQuestion::forgotten);
        } else {
            asked.delete(question.key());
        }
    }
}
