package io.beadle.card;

import io.beadle.content.Duties;
import io.beadle.content.DutyRule;
import io.beadle.content.Messages;
import io.beadle.incident.Duty;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A duty as the desk reads it: chosen values and times only, so that it may stand in a channel (G11). */
@Component
public final class DutyText {
    private final Messages messages;
    private final Duties duties;
    private final WrittenTime times;

    DutyText(Messages messages, Duties duties, WrittenTime times) {
        this.messages = messages;
        this.duties = duties;
        this.times = times;
    }

    /** What is to be done; the id once an officer has taken the duty out of the content. */
    public String title(Duty duty) {
        return duties.rule(duty.rule()).map(DutyRule::title).orElse(duty.rule());
    }

    /** How long there is left for it at {@code now}, or how late it is. */
    String left(Duty duty, Instant now) {
        Instant due = duty.due();
        if (due == null) {
            return messages.text("duty.open");
        }
        return messages.text(
                duty.isLate(now) ? "duty.late" : "duty.left",
                times.onDay(due),
                WrittenTime.of(Duration.between(now, due)),
                times.clock(now));
    }

    /** How it stands: open with the time left, or how it ended, when and by whom. */
    String state(Duty duty, Instant now) {
        Instant ended = duty.ended();
        Duty.End end = duty.end();
        if (ended == null || end == null) {
            return left(duty, now);
        }
        Person by = duty.by();
        String how = messages.text("duty.end." + end.name().toLowerCase(Locale.ROOT), times.onDay(ended));
        String who = by == null || by.name().isBlank() ? how : messages.text("duty.by", how, by.name());
        return duty.isLate(now) && end == Duty.End.DONE ? messages.text("duty.was-late", who) : who;
    }
}
