package io.beadle.bot.desk;

import io.beadle.card.Card;
import io.beadle.content.Messages;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the desk of each curated answer that answers nobody any more until somebody has looked at it: its review is due, or
 * the clause that it rests on is no longer in the policies as it was.
 */
@Component
class CuratedReviews implements Sweep {
    private final CuratedAnswers curated;
    private final Curating curating;
    private final Notices notices;
    private final Messages messages;
    private final ZoneId zone;

    CuratedReviews(CuratedAnswers curated, Curating curating, Notices notices, Messages messages, ZoneId zone) {
        this.curated = curated;
        this.curating = curating;
        this.notices = notices;
        this.messages = messages;
        this.zone = zone;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public long sweep(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return curated.all().stream().filter(answer -> tell(answer, today, now)).count();
    }

    /** Once for each clause that is lost, and once for each date, because they are in the key. */
    private boolean tell(CuratedAnswer answer, LocalDate today, Instant now) {
        if (curating.lostItsClause(answer)) {
            return put(answer, answer.passage(), "curated.gone.summary", now);
        }
        return !answer.answersOn(today) && put(answer, answer.reviewDue(), "curated.due.summary", now);
    }

    /** False if it was put before. */
    private boolean put(CuratedAnswer answer, @Nullable Object why, String summary, Instant now) {
        String key = "curated-" + answer.id() + "-" + why;
        if (notices.find(key).isPresent()) {
            return false;
        }
        Card card = curating.of(List.of(answer));
        return notices.insert(Notice.toDesk(key, 0, Message.card(card.json(), messages.text(summary)), now));
    }
}
