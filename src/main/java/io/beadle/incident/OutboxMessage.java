package io.beadle.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be told because the incident changed, stored in the same write as the change.
 *
 * @param key unique within the incident; another message of the same key renews this one
 * @param news what the reporter is told, null for anybody else
 * @param cleared the post that no longer shows it, for {@link Kind#DESK_CLEAR}
 * @param due not to be tried before this
 * @param attempts how often delivery was begun
 * @param holder the claim under which it is being delivered, null when it is free
 * @param leaseEnds when a claim not followed by an outcome is void
 * @param renewed the incident changed again while it was being delivered: once delivered, it is to be told again
 * @param doubtful an earlier delivery may have arrived, and nobody knows: Teams hung up, or whoever delivered it died
 */
public record OutboxMessage(
        String key,
        Kind kind,
        @Nullable News news,
        @Nullable DeskPost cleared,
        Instant due,
        int attempts,
        @Nullable String holder,
        @Nullable Instant leaseEnds,
        boolean renewed,
        boolean doubtful) {
    /** As often as this within the first minute; what is refused that often does not pass by itself. */
    public static final int STUCK = 4;

    public enum Kind {
        /** Show the desk the incident as it now is: post the alert card, or update the one posted. */
        DESK_CARD,
        /** Take the incident away from where a desk saw it: it is another desk's now, or nobody's (G10). */
        DESK_CLEAR,
        /** Tell somebody in person; the line of the ledger with the message's key says whom and what. */
        PERSON,
        /** Show the cards that stand in people's chats as the incident now is, where it is another for them. */
        CARDS_IN_PERSON,
        /** Tell everybody a warning; the line of the ledger with the message's key holds the count (G28). */
        EVERYBODY,
        /** Tell those who run Beadle that too few people can be reached. */
        ALARM,
        /** Tell the reporter something in their personal chat. */
        REPORTER,
        /** Hand it over to another system; the act whose key is in the message's says to which (G30). */
        HAND_OVER
    }

    public static OutboxMessage deskCard(Instant due) {
        return new OutboxMessage("desk-card", Kind.DESK_CARD, null, null, due, 0, null, null, false, false);
    }

    public static OutboxMessage toReporter(News news, Instant due) {
        return new OutboxMessage(news.key(), Kind.REPORTER, news, null, due, 0, null, null, false, false);
    }

    static OutboxMessage clearing(DeskPost post, Instant due) {
        return new OutboxMessage(
                "desk-clear-" + post.activity(), Kind.DESK_CLEAR, null, post, due, 0, null, null, false, false);
    }

    static OutboxMessage toPerson(Delivery line) {
        return toPerson(line, line.at());
    }

    static OutboxMessage toPerson(Delivery line, Instant due) {
        return new OutboxMessage(line.key(), Kind.PERSON, null, null, due, 0, null, null, false, false);
    }

    static OutboxMessage cardsInPerson(Instant due) {
        return new OutboxMessage("cards-in-person", Kind.CARDS_IN_PERSON, null, null, due, 0, null, null, false, false);
    }

    static OutboxMessage toEverybody(Delivery line) {
        return new OutboxMessage(line.key(), Kind.EVERYBODY, null, null, line.at(), 0, null, null, false, false);
    }

    static OutboxMessage alarm(Instant due) {
        return new OutboxMessage("alarm", Kind.ALARM, null, null, due, 0, null, null, false, false);
    }

    /** When a relay may next take it: once due, and once any lease on it has ended. */
    public Instant availableAt() {
        return leaseEnds != null && leaseEnds.isAfter(due) ? leaseEnds : due;
    }

    public boolean isAvailable(Instant now) {
        return !availableAt().isAfter(now);
    }

    /** Whether it was tried in vain so often that somebody has to know. */
    public boolean isStuck() {
        return attempts >= STUCK;
    }

    OutboxMessage claim(String claim, Instant now, Duration lease) {
        boolean abandoned = holder != null;
        return new OutboxMessage(
                key, kind, news, cleared, due, attempts + 1, claim, now.plus(lease), false, doubtful || abandoned);
    }

    /** A waiting message tells the incident as it is when it is delivered; one under way has to be told again. */
    OutboxMessage renew() {
        return new OutboxMessage(key, kind, news, cleared, due, attempts, holder, leaseEnds, holder != null, doubtful);
    }

    OutboxMessage again(Instant next) {
        return new OutboxMessage(key, kind, news, cleared, next, 0, null, null, false, false);
    }

    OutboxMessage retryAt(Instant next, boolean mayHaveArrived) {
        return new OutboxMessage(
                key, kind, news, cleared, next, attempts, null, null, false, doubtful || mayHaveArrived);
    }
}
