package io.beadle.notification;

import io.beadle.content.Kept;
import io.beadle.content.Retention;
import io.beadle.privacy.Deletions;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Deletes notices that nobody will look at again: told, or not to be told because whoever could not be written to for so long has
 * left, or removed Beadle. With them goes who chose a desk's channel that another has replaced.
 */
@Component
class NoticeExpiry implements Sweep {
    private final Notices notices;
    private final Desks desks;
    private final Retention retention;
    private final Deletions deletions;

    NoticeExpiry(Notices notices, Desks desks, Retention retention, Deletions deletions) {
        this.notices = notices;
        this.desks = desks;
        this.retention = retention;
        this.deletions = deletions;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        long told = notices.deleteToldBefore(now.minus(retention.of(Kept.NOTICES)));
        deletions.add(Kept.NOTICES, told, now);
        long untold = notices.deleteUntoldToPeopleBefore(now.minus(retention.of(Kept.UNTOLD)));
        deletions.add(Kept.UNTOLD, untold, now);
        long replaced = desks.deleteReplacedBefore(now.minus(retention.of(Kept.DESKS)));
        deletions.add(Kept.DESKS, replaced, now);
        return told + untold + replaced;
    }
}
