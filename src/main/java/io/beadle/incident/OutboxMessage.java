package io.beadle.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be told because the incident changed, stored in the same write as the change.
 *
 * @param key unique within the incident; another message of the same key renews this one
 * @param news what the reporter is told, null for the desk's card
 * @param due not to be tried before this
 * @param attempts how often delivery was begun
 * @param holder the claim under which it is being delivered, null when it is free
 * @param leaseEnds when a claim not followed by an outcome is void
 * @param renewed the incident changed again while it was being delivered: once delivered, it is to be told again
 */
public record OutboxMessage(
        String key,
        Kind kind,
        @Nullable News news,
        Instant due,
        int attempts,
        @Nullable String holder,
        @Nullable Instant leaseEnds,
        boolean renewed) {
    public enum Kind {
        /** Show the desk the incident as it now is: post the alert card, or update the one posted. */
        DESK_CARD,
        /** Tell the reporter something in their personal chat. */
        REPORTER
    }

    public static OutboxMessage deskCard(Instant due) {
        return new OutboxMessage("desk-card", Kind.DESK_CARD, null, due, 0, null, null, false);
    }

    public static OutboxMessage toReporter(News news, Instant due) {
        return new OutboxMessage(news.key(), Kind.REPORTER, news, due, 0, null, null, false);
    }

    /** When a relay may next take it: once due, and once any lease on it has ended. */
    public Instant availableAt() {
        return leaseEnds != null && leaseEnds.isAfter(due) ? leaseEnds : due;
    }

    public boolean isAvailable(Instant now) {
        return !availableAt().isAfter(now);
    }

    OutboxMessage claim(String claim, Instant now, Duration lease) {
        return new OutboxMessage(key, kind, news, due, attempts + 1, claim, now.plus(lease), false);
    }

    /** A waiting message tells the incident as it is when it is delivered; one under way has to be told again. */
    OutboxMessage renew() {
        return new OutboxMessage(key, kind, news, due, attempts, holder, leaseEnds, holder != null);
    }

    OutboxMessage again(Instant next) {
        return new OutboxMessage(key, kind, news, next, 0, null, null, false);
    }

    OutboxMessage retryAt(Instant next) {
        return new OutboxMessage(key, kind, news, next, attempts, null, null, false);
    }
}
