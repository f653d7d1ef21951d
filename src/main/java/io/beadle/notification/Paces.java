package io.beadle.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When something was sent to a place within the last hour, for all who share a store. */
public interface Paces {
    /** Longer ago than this does not count for any limit. */
    Duration LONGEST = Duration.ofHours(1);

    /** Whether one more may be sent there now. */
    boolean allows(String place, List<Limit> limits, Instant now);

    /** The same, and counts it as sent; of several who ask at the same time no more are allowed than may be. */
    boolean take(String place, List<Limit> limits, Instant now);
}
