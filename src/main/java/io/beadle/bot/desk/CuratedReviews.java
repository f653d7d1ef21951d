package io.beadle.bot.desk;

import io.beadle.card.Card;
import io.beadle.content.Messages;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds the desk of each curated answer once its review is due: it answers nobody until somebody has looked at it. */
@Component
class CuratedReviews implements Sweep {
    private final CuratedAnswers curated;
    private final Curating curating;
    private final Notices notices;
    private final OutboxRelay relay;
    private final Messages messages;
    private final ZoneId zone;

    CuratedReviews(
            CuratedAnswers curated,
            Curating curating,
            Notices notices,
            OutboxRelay relay,
            Messages messages,
            ZoneId zone) {
        this.curated = curated;
        this.curating = curating;
        this.notices = notices;
        this.relay = relay;
        this.messages = messages;
        this.zone = zone;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(3);
    }

    @Override
    public long sweep(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<CuratedAnswer> due = curated.all().stream()
                .filter(answer -> !answer.answersOn(today))
                .toList();
        long reminded = due.stream().filter(answer -> remind(answer, now)).count();
        if (reminded > 0) {
            relay.wake();
        }
        return reminded;
    }

    /** Once for each date, because the date is in the key; false if it was before. */
    private boolean remind(CuratedAnswer answer, Instant now) {
        String key = "curated-" + answer.id() + "-" + answer.reviewDue();
        if (notices.find(key).isPresent()) {
            return false;
        }
        Card card = curating.of(List.of(answer));
        return notices.insert(
                Notice.toDesk(key, 0, Message.card(card.json(), messages.text("curated.due.summary")), now));
    }
}
