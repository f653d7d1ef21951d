package io.beadle.bot.report;

import io.beadle.card.Card;
import io.beadle.card.Phrases;
import io.beadle.card.ReportCards;
import io.beadle.card.SimpleCards;
import io.beadle.card.WrittenTime;
import io.beadle.content.Kept;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.content.Retention;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incidents;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.privacy.Deletions;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Looks after reports begun and not sent (governance.md, "Numbers"): after half an hour an urgent one's reporter is asked,
 * once, to send what there is; a day before its time is over everybody is told that theirs will be deleted, and then it is: nobody
 * needs it, and it holds personal data. What is told holds nothing of the report. Of a report that was only offered nobody
 * is told.
 */
@Component
class DraftReminders implements Sweep {
    private static final Duration NUDGED = Duration.ofMinutes(30);

    /** So long before it is deleted its reporter is told. */
    private static final Duration WARNED = Duration.ofDays(1);

    /** The group of types in which every report is of a loss, and urgent. */
    private static final String LOSSES = "lost";

    /** Nobody is told of a deletion to come outside these hours. */
    private static final int FIRST_HOUR = 8;

    private static final int LAST_HOUR = 20;

    private final OpenDrafts open;
    private final Drafts drafts;
    private final Incidents incidents;
    private final Notices notices;
    private final ReportTypes types;
    private final SimpleCards cards;
    private final Phrases phrases;
    private final WrittenTime times;
    private final Retention retention;
    private final Deletions deletions;
    private final ZoneId zone;

    DraftReminders(
            OpenDrafts open,
            Drafts drafts,
            Incidents incidents,
            Notices notices,
            ReportTypes types,
            SimpleCards cards,
            Phrases phrases,
            WrittenTime times,
            Retention retention,
            Deletions deletions,
            ZoneId zone) {
        this.open = open;
        this.drafts = drafts;
        this.incidents = incidents;
        this.notices = notices;
        this.types = types;
        this.cards = cards;
        this.phrases = phrases;
        this.times = times;
        this.retention = retention;
        this.deletions = deletions;
        this.zone = zone;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public long sweep(Instant now) {
        return drafts.untouchedSince(now.minus(NUDGED)).stream()
                .filter(draft -> lookAfter(draft, now))
                .count();
    }

    /** Whether anything was done about it. */
    private boolean lookAfter(Draft draft, Instant now) {
        if (incidents.madeFrom(draft.id()).isPresent()) {
            open.end(draft.id());
            return true;
        }
        Instant end = draft.touched().plus(retention.of(Kept.DRAFTS));
        if (!end.isAfter(now)) {
            return expire(draft, now);
        }
        if (draft.isOffered()) {
            return false;
        }
        if (!end.minus(WARNED).isAfter(now)) {
            return isDaytime(now)
                    && tell(
                            draft,
                            OpenDrafts.expiry(draft.id()),
                            now,
                            draft.touched().getEpochSecond(),
                            () -> cards.reminder("expiry", draft, times.inFull(draft.begun()), times.inFull(end)));
        }
        return isUrgent(draft)
                && tell(
                        draft,
                        OpenDrafts.nudge(draft.id()),
                        now,
                        0,
                        () -> cards.reminder("nudge", draft, times.inFull(draft.begun())));
    }

    /** One that its reporter went on with meanwhile stays. */
    private boolean expire(Draft draft, Instant now) {
        if (!drafts.deleteUntouched(draft)) {
            return false;
        }
        open.end(draft.id());
        deletions.add(Kept.DRAFTS, 1, now);
        Draft.Place place = draft.place();
        if (place != null && !draft.isOffered()) {
            String text = phrases.withNumbers("expiry.deleted", times.inFull(draft.begun()));
            put(place, "draft-" + draft.id() + "-expired", 0, Message.text(text), now);
        }
        return true;
    }

    private boolean isUrgent(Draft draft) {
        return types.find(draft.type())
                .filter(type -> type.group().equals(LOSSES)
                        || ReportCards.isDanger(type, draft.answers())
                        || mayHoldPersonalData(type, draft))
                .isPresent();
    }

    private static boolean mayHoldPersonalData(ReportType type, Draft draft) {
        String answer = draft.answers().getOrDefault("personal-data", "");
        return type.question("personal-data").isPresent() && (answer.equals("yes") || answer.equals("unsure"));
    }

    private boolean isDaytime(Instant now) {
        int hour = now.atZone(zone).getHour();
        return hour >= FIRST_HOUR && hour < LAST_HOUR;
    }

    /** Tells it once for each revision: a warning again once the draft was touched, a nudge never again. */
    private boolean tell(Draft draft, String key, Instant now, long revision, Supplier<Card> card) {
        Draft.Place place = draft.place();
        if (place == null
                || notices.find(key).filter(n -> n.revision() >= revision).isPresent()) {
            return false;
        }
        Card shown = card.get();
        put(place, key, revision, Message.card(shown.json(), shown.summary()), now);
        return true;
    }

    private void put(Draft.Place place, String key, long revision, Message message, Instant now) {
        notices.put(Notice.toPerson(
                key,
                revision,
                new Notice.To.Somebody(place.member(), place.conversation(), place.conversation()),
                message,
                now));
    }
}
