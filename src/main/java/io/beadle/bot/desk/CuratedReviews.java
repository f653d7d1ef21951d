package io.beadle.bot.desk;

import io.beadle.card.Card;
import io.beadle.content.Messages;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxRelay;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reminds the desk of each curated answer once its review is due: it answers nobody until somebody has looked at it. */
@Component
class CuratedReviews {
    private static final Logger log = LoggerFactory.getLogger(CuratedReviews.class);

    private final CuratedAnswers curated;
    private final Curating curating;
    private final Notices notices;
    private final OutboxRelay relay;
    private final Messages messages;
    private final InstantSource clock;
    private final ZoneId zone;

    CuratedReviews(
            CuratedAnswers curated,
            Curating curating,
            Notices notices,
            OutboxRelay relay,
            Messages messages,
            InstantSource clock,
            ZoneId zone) {
        this.curated = curated;
        this.curating = curating;
        this.notices = notices;
        this.relay = relay;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.HOURS)
    void remind() {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            List<CuratedAnswer> due = curated.all().stream()
                    .filter(answer -> !answer.answersOn(today))
                    .toList();
            due.forEach(this::remind);
            if (!due.isEmpty()) {
                relay.wake();
            }
        } catch (RuntimeException e) {
            log.warn("curated answers not reviewed cause={}", e.getClass().getName());
        }
    }

    /** Once for each date, because the date is in the key. */
    private void remind(CuratedAnswer answer) {
        Card card = curating.of(List.of(answer));
        notices.put(Notice.toDesk(
                "curated-" + answer.id() + "-" + answer.reviewDue(),
                0,
                Message.card(card.json(), messages.text("curated.due.summary")),
                clock.instant()));
    }
}
