package io.beadle.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that was asked, as long as it is of use: for what is asked next, for whether its answer helped, for a person to
 * answer it, and then, with nothing of who asked, as a gap in the policies.
 *
 * @param key random; names it on cards
 * @param version counts the stored changes, from 0
 * @param text as it was asked
 * @param read how it was understood; the text itself unless it was read together with the question before
 * @param outcome what it was answered
 * @param passages the ids of the passages found, best first, at most five
 * @param type the report type it seems to tell of, null if none: what tells of an event is never a gap (G34)
 * @param asker null once forgotten
 * @param activity the message that answered it, empty where Teams gave none; unique within the asker's conversation
 * @param reaction what was last said of the answer, null if nothing was
 * @param enquiry what a person was asked, null unless one was
 */
public record AskedQuestion(
        String key,
        long version,
        Instant at,
        String text,
        String read,
        Outcome outcome,
        List<String> passages,
        @Nullable String type,
        @Nullable Asker asker,
        String activity,
        @Nullable Reaction reaction,
        @Nullable Enquiry enquiry) {
    /** How far the policies answered. */
    public enum Outcome {
        ANSWERED,
        CLOSEST,
        NOT_FOUND,
        /** By a person, when somebody else had asked the same. */
        CURATED;

        public static Outcome of(Answer answer) {
            return switch (answer) {
                case Answer.Answered answered -> ANSWERED;
                case Answer.Closest closest -> CLOSEST;
                case Answer.NotFound none -> NOT_FOUND;
            };
        }
    }

    /** Whether the answer helped. */
    public enum Reaction {
        LIKE,
        DISLIKE
    }

    /**
     * Who asked.
     *
     * @param id the Entra object id where known
     * @param member the id towards this bot ({@code 29:…})
     * @param conversation where they asked, of a channel without the thread
     * @param thread the thread of the channel in which they asked; elsewhere the conversation itself
     */
    public record Asker(String id, String name, String member, String conversation, String thread) {
        @Override
        public String toString() {
            return "Asker[" + id + "]";
        }
    }

    /**
     * What a person was asked, and what they said.
     *
     * @param text as the asker chose to put it to them
     * @param reply null until somebody answered
     */
    public record Enquiry(String text, Instant at, @Nullable Reply reply) {}

    /**
     * What somebody answered.
     *
     * @param passage the id of the passage they cite, null if none
     * @param by their name, empty once forgotten, or where Teams named none
     */
    public record Reply(String text, @Nullable String passage, String by, Instant at) {}

    public AskedQuestion {
        passages = List.copyOf(passages);
    }

    /** Just asked and answered. */
    public static AskedQuestion of(
            String key,
            Instant at,
            String text,
            String read,
            Outcome outcome,
            List<String> passages,
            @Nullable String type,
            Asker asker,
            String activity) {
        return new AskedQuestion(key, 0, at, text, read, outcome, passages, type, asker, activity, null, null);
    }

    /** Whether a person was asked, nobody has answered, and whoever asked can still be told. */
    public boolean isOpen() {
        return enquiry != null && enquiry.reply() == null && asker != null;
    }

    /** Whether it found no good answer. One that tells of an event is none of the policies' gaps. */
    public boolean isGap() {
        return type == null
                && (outcome == Outcome.CLOSEST
                        || outcome == Outcome.NOT_FOUND
                        || reaction == Reaction.DISLIKE
                        || enquiry != null);
    }

    /** In the words that serve best for somebody who reads it alone. */
    public String inFull() {
        return enquiry == null ? read : enquiry.text();
    }

    /** From when on it is no longer of use to the asker: when it was asked, or a person answered. */
    public Instant settled() {
        return enquiry != null && enquiry.reply() != null ? enquiry.reply().at() : at;
    }

    public AskedQuestion reacted(Reaction newReaction) {
        return with(newReaction, enquiry);
    }

    /**
     * With a person asked; unchanged if one was before.
     *
     * @param told the report type that what they are asked seems to tell of, null if none
     */
    public AskedQuestion enquire(String put, @Nullable String told, Instant now) {
        return enquiry != null
                ? this
                : new AskedQuestion(
                        key,
                        version,
                        at,
                        text,
                        read,
                        outcome,
                        passages,
                        told == null ? type : told,
                        asker,
                        activity,
                        reaction,
                        new Enquiry(put, now, null));
    }

    /** With a person's answer; unchanged when it waits for none. */
    public AskedQuestion reply(Reply reply) {
        return enquiry != null && isOpen() ? with(reaction, new Enquiry(enquiry.text(), enquiry.at(), reply)) : this;
    }

    /** With nothing of who asked or answered, nor of what was answered: what is left is what the policies lack. */
    public AskedQuestion forgotten() {
        Enquiry left = enquiry == null
                ? null
                : new Enquiry(
                        PlainQuestion.of(enquiry.text()),
                        enquiry.at(),
                        enquiry.reply() == null
                                ? null
                                : new Reply("", null, "", enquiry.reply().at()));
        return new AskedQuestion(
                key,
                version,
                at,
                PlainQuestion.of(text),
                PlainQuestion.of(read),
                outcome,
                List.of(),
                type,
                null,
                "",
                reaction,
                left);
    }

    private AskedQuestion with(@Nullable Reaction newReaction, @Nullable Enquiry newEnquiry) {
        return new AskedQuestion(
                key, version, at, text, read, outcome, passages, type, asker, activity, newReaction, newEnquiry);
    }

    /** The key alone: nothing of the question reaches a log. */
    @Override
    public String toString() {
        return "AskedQuestion[" + key + "@" + version + "]";
    }
}
