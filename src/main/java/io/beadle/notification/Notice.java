package io.beadle.notification;

import io.beadle.incident.DeskPost;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told that is not about an incident, such as a question for the desk. Each is a document of its own in
 * the form of an incident's outbox message, and is delivered by the same relay.
 *
 * @param key unique, and names what is told, such as {@code question-…}; nothing personal
 * @param revision of what is told: a higher one takes the place of a lower one
 * @param version counts the stored changes, from 0
 * @param errand what waits to be told and to whom, null once it was told
 * @param post where the desk sees it, so that a later revision is shown there; null until then, and always null for what
 *     goes to a person: of whom something was told nothing is kept
 * @param changed when it was last put, or told
 */
public record Notice(
        String key,
        long revision,
        long version,
        @Nullable Errand errand,
        @Nullable DeskPost post,
        Instant changed) {
    /** Who is told. */
    public sealed interface To {
        /** The channel of the desk of that id, where one post is kept true in place. */
        record TheDesk(String desk) implements To {}

        /**
         * One person: in their personal chat, or where they wrote from if Beadle may not write to them there.
         *
         * @param member their id towards this bot ({@code 29:…})
         * @param conversation where they wrote from, of a channel without the thread
         * @param thread the thread of the channel they wrote in; elsewhere the conversation itself
         */
        record Somebody(String member, String conversation, String thread) implements To {}

        /**
         * One of many who are told the same, in their personal chat: given up where Teams refuses for good.
         *
         * @param member their id towards this bot ({@code 29:…})
         */
        record OneOfMany(String member) implements To {}

        /**
         * One person who is known by who they are: in their personal chat, else by e-mail.
         *
         * @param person their Entra object id, or their id towards this bot where that is all that is known
         * @param email null where none is known; personal data
         * @param subject of the e-mail
         * @param letter what it says: plain text
         */
        record InPerson(String person, @Nullable String email, String subject, String letter) implements To {
            /** The id alone: no address reaches a log. */
            @Override
            public String toString() {
                return "InPerson[" + person + "]";
            }
        }
    }

    /**
     * What waits to be told.
     *
     * @param due not to be tried before this
     * @param attempts how often delivery was begun
     * @param holder the claim under which it is being delivered, null when it is free
     * @param leaseEnds when a claim not followed by an outcome is void
     */
    public record Errand(
            To to,
            Message message,
            Instant due,
            int attempts,
            @Nullable String holder,
            @Nullable Instant leaseEnds) {
        /** When a relay may next take it: once due, and once any lease on it has ended. */
        public Instant availableAt() {
            return leaseEnds != null && leaseEnds.isAfter(due) ? leaseEnds : due;
        }

        Errand freeFrom(Instant next, int newAttempts) {
            return new Errand(to, message, next, newAttempts, null, null);
        }
    }

    /** Something for the main desk, the first of its key unless {@code revision} says otherwise. */
    public static Notice toDesk(String key, long revision, Message message, Instant due) {
        return toDesk(Desk.MAIN, key, revision, message, due);
    }

    public static Notice toDesk(String desk, String key, long revision, Message message, Instant due) {
        return of(key, revision, new To.TheDesk(desk), message, due);
    }

    /** Something for one person. */
    public static Notice toPerson(String key, To.OneOfMany person, Message message, Instant due) {
        return of(key, 0, person, message, due);
    }

    public static Notice toPerson(String key, To.InPerson person, Message message, Instant due) {
        return of(key, 0, person, message, due);
    }

    public static Notice toPerson(String key, To.Somebody person, Message message, Instant due) {
        return toPerson(key, 0, person, message, due);
    }

    public static Notice toPerson(String key, long revision, To.Somebody person, Message message, Instant due) {
        return of(key, revision, person, message, due);
    }

    private static Notice of(String key, long revision, To to, Message message, Instant due) {
        return new Notice(key, revision, 0, new Errand(to, message, due, 0, null, null), null, due);
    }

    /** Whether what waits is for the desk. */
    public boolean isForDesk() {
        return errand != null && errand.to() instanceof To.TheDesk;
    }

    public boolean isAvailable(Instant now) {
        return errand != null && !errand.availableAt().isAfter(now);
    }

    /** Whether it is under way by this claim. */
    public boolean isHeldBy(String claim) {
        return errand != null && claim.equals(errand.holder());
    }

    /**
     * This notice with what {@code newer} tells in place of what it told; unchanged if that is no newer. A delivery under
     * way keeps its claim, so that where it posts is known before the newer one is shown there.
     */
    Notice withNews(Notice newer) {
        Errand news = newer.errand;
        if (news == null || newer.revision <= revision) {
            return this;
        }
        Errand waiting = errand == null
                ? news
                : new Errand(news.to(), news.message(), news.due(), 0, errand.holder(), errand.leaseEnds());
        return new Notice(key, newer.revision, version, waiting, post, newer.changed);
    }

    /** Leased to a relay, as {@link io.beadle.incident.Incident#claim}; unchanged when another came first. */
    Notice claim(String claim, Instant now, Duration lease) {
        return errand == null || !isAvailable(now)
                ? this
                : with(
                        new Errand(
                                errand.to(),
                                errand.message(),
                                errand.due(),
                                errand.attempts() + 1,
                                claim,
                                now.plus(lease)),
                        post,
                        changed);
    }

    /**
     * After that revision was told by this claim. A newer one is due at once. Unchanged when the claim is void.
     *
     * @param at where the desk sees it now; null for what was told a person
     */
    Notice told(String claim, long toldRevision, @Nullable DeskPost at, Instant now) {
        return errand == null || !isHeldBy(claim)
                ? this
                : with(toldRevision == revision ? null : errand.freeFrom(now, 0), at, now);
    }

    /** Free again from {@code next} on; unchanged when this claim is void. */
    Notice retry(String claim, Instant next) {
        return errand == null || !isHeldBy(claim)
                ? this
                : with(errand.freeFrom(next, errand.attempts()), post, changed);
    }

    /** To be tried at once, as if for the first time; unchanged where nothing waits, or while it is under way. */
    public Notice again(Instant now) {
        return errand == null || errand.holder() != null ? this : with(errand.freeFrom(now, 0), post, changed);
    }

    private Notice with(@Nullable Errand newErrand, @Nullable DeskPost newPost, Instant at) {
        return new Notice(key, revision, version, newErrand, newPost, at);
    }

    /** The key and version alone: nothing of what is told reaches a log. */
    @Override
    public String toString() {
        return key + "@" + version;
    }
}
