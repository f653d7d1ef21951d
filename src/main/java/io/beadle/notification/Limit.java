package io.beadle.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** At most so many requests in any stretch of that length. */
public record Limit(Duration within, int most) {
    /**
     * Whether one more may be sent, after what was sent at those times. What another's clock has a little later than now counts;
     * what is far ahead was counted before a clock was set back.
     */
    public boolean allows(List<Instant> sent, Instant now) {
        return sent.stream()
                        .filter(at -> at.isAfter(now.minus(within)) && at.isBefore(now.plus(within)))
                        .count()
                < most;
    }
}
