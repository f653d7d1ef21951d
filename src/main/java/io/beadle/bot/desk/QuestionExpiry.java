package io.beadle.bot.desk;

import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.privacy.Deletions;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Forgets who asked some time after it was settled, and the question with them unless it is a gap; gaps, and answers that were
 * retired, much later. One that waits for a person keeps its asker, who is to be told.
 */
@Component
class QuestionExpiry implements Sweep {
    private static final int AT_ONCE = 1_000;

    private final AskedQuestions asked;
    private final CuratedAnswers curated;
    private final Retention retention;
    private final Deletions deletions;

    QuestionExpiry(AskedQuestions asked, CuratedAnswers curated, Retention retention, Deletions deletions) {
        this.asked = asked;
        this.curated = curated;
        this.retention = retention;
        this.deletions = deletions;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public long sweep(Instant now) {
        long questions = asked.deleteAskedBefore(now.minus(retention.of(Kept.QUESTIONS)));
        deletions.add(Kept.QUESTIONS, questions, now);
        long answers =
                curated.deleteRetiredBefore(LocalDate.ofInstant(now.minus(retention.of(Kept.ANSWERS)), ZoneOffset.UTC));
        deletions.add(Kept.ANSWERS, answers, now);
        long askers = 0;
        for (List<AskedQuestion> some = settled(now); !some.isEmpty(); some = settled(now)) {
            some.forEach(this::forget);
            askers += some.size();
        }
        deletions.add(Kept.ASKERS, askers, now);
        return questions + answers + askers;
    }

    private List<AskedQuestion> settled(Instant now) {
        return asked.settledBefore(now.minus(retention.of(Kept.ASKERS)), AT_ONCE);
    }

    private void forget(AskedQuestion question) {
        if (question.isGap()) {
            asked.change(question.key(), AskedQuestion::forgotten);
        } else {
            asked.delete(question.key());
        }
    }
}
