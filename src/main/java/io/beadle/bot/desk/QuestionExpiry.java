package io.beadle.bot.desk;

import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets who asked a day after it was settled, and the question with them unless it is a gap; gaps after a year. One that
 * waits for a person keeps its asker, who is to be told.
 */
@Component
class QuestionExpiry {
    static final Duration ASKER = Duration.ofHours(24);
    static final Duration GAPS = Duration.ofDays(365);

    private static final int AT_ONCE = 1_000;
    private static final Logger log = LoggerFactory.getLogger(QuestionExpiry.class);

    private final AskedQuestions asked;
    private final InstantSource clock;

    QuestionExpiry(AskedQuestions asked, InstantSource clock) {
        this.asked = asked;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void expire() {
        try {
            Instant now = clock.instant();
            long deleted = asked.deleteAskedBefore(now.minus(GAPS));
            long forgotten = 0;
            for (List<AskedQuestion> some = settled(now); !some.isEmpty(); some = settled(now)) {
                some.forEach(this::forget);
                forgotten += some.size();
            }
            if (deleted + forgotten > 0) {
                log.info("questions expired forgotten={} deleted={}", forgotten, deleted);
            }
        } catch (RuntimeException e) {
            log.warn("questions not expired cause={}", e.getClass().getName());
        }
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
