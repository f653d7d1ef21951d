package io.beadle.bot.report;

import io.beadle.incident.Drafts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was begun and never sent: nobody needs it, and it holds personal data. */
@Component
class DraftExpiry {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Logger log = LoggerFactory.getLogger(DraftExpiry.class);

    private final Drafts drafts;
    private final InstantSource clock;

    DraftExpiry(Drafts drafts, InstantSource clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void expire() {
        try {
            long expired = drafts.deleteUntouchedSince(clock.instant().minus(KEPT));
            if (expired > 0) {
                log.info("drafts expired count={}", expired);
            }
        } catch (RuntimeException e) {
            log.warn("drafts not expired cause={}", e.getClass().getName());
        }
    }
}
