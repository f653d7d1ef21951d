package io.beadle.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be told because the incident changed, stored in the same write as the change.
 *
 * @param key unique within the incident; a message with a key already there replaces the waiting one
 * @param due not to be tried before this
 * @param attempts how often delivery was begun
 * @param holder the relay that claimed it, while its lease lasts
 * @param leaseEnds when a claim not followed by an outcome is void
 */
public record OutboxMessage(
        String key,
        Kind kind,
        Instant due,
        int attempts,
        @Nullable String holder,
        @Nullable Instant leaseEnds) {
    public enum Kind {
        /** Show the desk the incident as it now is: post the alert card, or update the one posted. */
        DESK_CARD
    }

    public static OutboxMessage deskCard(Instant due) {
        return new OutboxMessage("desk-card", Kind.DESK_CARD, due, 0, null, null);
    }

    /** When a relay may next take it: once due, and once any lease on it has ended. */
    public Instant availableAt() {
        return leaseEnds != null && leaseEnds.isAfter(due) ? leaseEnds : due;
    }

    OutboxMessage claim(String relay, Instant now, Duration lease) {
        return new OutboxMessage(key, kind, due, attempts + 1, relay, now.plus(lease));
    }

    OutboxMessage retryAt(Instant next) {
        return new OutboxMessage(key, kind, next, attempts, null, null);
    }
}
