package io.beadle.bot.desk;

import io.beadle.card.Card;
import io.beadle.card.OverviewCard;
import io.beadle.incident.Closing;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery;
import io.beadle.incident.Incidents;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the desk how a drill went, soon after it is closed and once: its key names the drill. */
@Component
class DrillSummaries implements Sweep {
    /** What is older was told. */
    private static final Duration NEW = Duration.ofDays(7);

    private static final int MOST = 200;

    private final Incidents incidents;
    private final OverviewCard card;
    private final Notices notices;

    DrillSummaries(Incidents incidents, OverviewCard card, Notices notices) {
        this.incidents = incidents;
        this.card = card;
        this.notices = notices;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public long sweep(Instant now) {
        return incidents.found(IncidentQuery.drills(IncidentQuery.State.CLOSED), now, MOST).stream()
                .filter(drill -> tell(drill, now))
                .count();
    }

    private boolean tell(Incident drill, Instant now) {
        Closing closing = drill.closing();
        String key = "drill:" + drill.reference();
        if (closing == null
                || closing.at().isBefore(now.minus(NEW))
                || notices.find(key).isPresent()) {
            return false;
        }
        Card shown = card.drill(drill, now);
        return notices.insert(Notice.toDesk(key, 1, Message.card(shown.json(), shown.summary()), now));
    }
}
