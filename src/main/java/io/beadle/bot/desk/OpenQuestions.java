package io.beadle.bot.desk;

import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.privacy.Deletions;
import io.beadle.sweep.Sweep;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What nobody answers: brought back to the desk once, and given up when its time is over. Then whoever asked is told whom to
 * ring, and it is forgotten who they were.
 */
@Component
class OpenQuestions implements Sweep {
    /** Bank holidays count as working days: then it comes back a day early. */
    private static final int WORKING_DAYS = 2;

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int AT_ONCE = 1_000;

    private final AskedQuestions asked;
    private final EnquiryNotices notices;
    private final Retention retention;
    private final Deletions deletions;
    private final ZoneId zone;

    OpenQuestions(AskedQuestions asked, EnquiryNotices notices, Retention retention, Deletions deletions, ZoneId zone) {
        this.asked = asked;
        this.notices = notices;
        this.retention = retention;
        this.deletions = deletions;
        this.zone = zone;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public long sweep(Instant now) {
        return asked.open(AT_ONCE).stream()
                .filter(question -> moved(question, now))
                .count();
    }

    private boolean moved(AskedQuestion question, Instant now) {
        Instant since = Objects.requireNonNull(question.enquiry()).at();
        if (!now.isBefore(since.plus(retention.of(Kept.ENQUIRIES)))) {
            giveUp(question);
            deletions.add(Kept.ENQUIRIES, 1, now);
            return true;
        }
        return !now.isBefore(reminder(since)) && remind(question);
    }

    /** Somebody may have answered meanwhile: then that is what the card shows. */
    private boolean remind(AskedQuestion question) {
        boolean reminded = notices.remind(question);
        if (reminded) {
            asked.find(question.key()).filter(stored -> !stored.isOpen()).ifPresent(notices::tell);
        }
        return reminded;
    }

    private void giveUp(AskedQuestion question) {
        notices.tellInVain(question);
        asked.change(question.key(), stored -> stored.isOpen() ? stored.forgotten() : stored)
                .ifPresent(left -> {
                    notices.tell(left);
                    if (left.asker() == null && !left.isGap()) {
                        asked.delete(left.key());
                    }
                });
    }

    /** In the morning of the second working day after. */
    private Instant reminder(Instant since) {
        LocalDate day = LocalDate.ofInstant(since, zone);
        for (int working = 0; working < WORKING_DAYS; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                working++;
            }
        }
        return day.atTime(MORNING).atZone(zone).toInstant();
    }
}
