package io.beadle.notification;

import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Deletes notices that nobody will look at again, told or not to be told. */
@Component
class NoticeExpiry implements Sweep {
    /** Longer than a yearly reminder's interval, so that none is told twice. */
    static final Duration TOLD = Duration.ofDays(400);

    /** Who could not be written to for a week has left, or removed Beadle. */
    static final Duration UNTOLD = Duration.ofDays(7);

    private final Notices notices;

    NoticeExpiry(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        return notices.deleteToldBefore(now.minus(TOLD)) + notices.deleteUntoldToPeopleBefore(now.minus(UNTOLD));
    }
}
