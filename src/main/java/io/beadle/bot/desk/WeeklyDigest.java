package io.beadle.bot.desk;

import io.beadle.card.Card;
import io.beadle.card.OverviewCard;
import io.beadle.notification.Desk;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.register.Digests;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import org.springframework.stereotype.Component;

/**
 * The week at the desk, told on Monday at eight, by however many instances once: its key names the week. After an outage it is
 * told on Tuesday; later it would tell of another week.
 */
@Component
class WeeklyDigest implements Sweep {
    private static final int FIRST_HOUR = 8;

    private final Digests digests;
    private final OverviewCard card;
    private final Notices notices;
    private final ZoneId zone;

    WeeklyDigest(Digests digests, OverviewCard card, Notices notices, ZoneId zone) {
        this.digests = digests;
        this.card = card;
        this.notices = notices;
        this.zone = zone;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public long sweep(Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        String key = "digest:%d-W%02d"
                .formatted(local.get(IsoFields.WEEK_BASED_YEAR), local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        if (!isTime(local) || notices.find(key).isPresent()) {
            return 0;
        }
        Card shown = card.digest(digests.of(Desk.MAIN, now));
        return notices.insert(Notice.toDesk(key, 1, Message.card(shown.json(), shown.summary()), now)) ? 1 : 0;
    }

    private static boolean isTime(LocalDateTime local) {
        DayOfWeek day = local.getDayOfWeek();
        return local.getHour() >= FIRST_HOUR && (day == DayOfWeek.MONDAY || day == DayOfWeek.TUESDAY);
    }
}
