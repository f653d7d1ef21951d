package io.beadle.bot.report;

import io.beadle.incident.Drafts;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Deletes what was begun and never sent: nobody needs it, and it holds personal data. */
@Component
class DraftExpiry implements Sweep {
    private static final Duration KEPT = Duration.ofDays(7);

    private final Drafts drafts;

    DraftExpiry(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        return drafts.deleteUntouchedSince(now.minus(KEPT));
    }
}
