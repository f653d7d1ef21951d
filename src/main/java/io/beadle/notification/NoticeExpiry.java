package io.beadle.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes notices that nobody will look at again, told or not to be told. */
@Component
class NoticeExpiry {
    /** Longer than a yearly reminder's interval, so that none is told twice. */
    static final Duration TOLD = Duration.ofDays(400);

    /** Who could not be written to for a week has left, or removed Beadle. */
    static final Duration UNTOLD = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(NoticeExpiry.class);

    private final Notices notices;
    private final InstantSource clock;

    NoticeExpiry(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void expire() {
        try {
            Instant now = clock.instant();
            long forgotten = notices.deleteToldBefore(now.minus(TOLD));
            long givenUp = notices.deleteUntoldToPeopleBefore(now.minus(UNTOLD));
            if (forgotten + givenUp > 0) {
                log.info("notices expired told={} untold={}", forgotten, givenUp);
            }
        } catch (RuntimeException e) {
            log.warn("notices not expired cause={}", e.getClass().getName());
        }
    }
}
