package io.beadle.bot.desk;

import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
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
 * What nobody answers: brought back to the desk once, and after three weeks given up. Then whoever asked is told whom to
 * ring, and it is forgotten who they were.
 */
@Component
class OpenQuestions implements Sweep {
    /**
     * From when a person was asked. With the day before, within which they could be, and the week for which somebody is
     * tried to be told, it is known for less than 30 days who asked.
     */
    static final Duration GIVEN_UP = Duration.ofDays(21);

    /** Bank holidays count as working days: then it comes back a day early. */
    private static final int WORKING_DAYS = 2;

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int AT_ONCE = 1_000;

    private final AskedQuestions asked;
    private final EnquiryNotices notices;
    private final ZoneId zone;

    OpenQuestions(AskedQuestions asked, EnquiryNotices notices, ZoneId zone) {
        this.asked = asked;
        this.notices = notices;
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
        if (!now.isBefore(since.plus(GIVEN_UP))) {
            giveUp(question);
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
