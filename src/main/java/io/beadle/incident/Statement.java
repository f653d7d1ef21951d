package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said about an incident after it was reported, by its reporter or by the desk. What was said is only ever added
 * to: the report stays as it was given.
 *
 * @param key names what was pressed to say it: what is pressed twice is said once
 * @param by null for a reporter who gave no name
 * @param answer the question answered, for {@link Kind#CORRECTED}, {@link Kind#SUPPLIED} and {@link Kind#WITHDRAWAL_ASKED}
 * @param text typed words, never shown in a channel (G11); empty where {@code answer} says it
 * @param replyTo the key of what it answers, for {@link Kind#ANSWERED}
 * @param held said from an account that may be somebody else's: it takes effect once IT has confirmed the account (G5)
 */
public record Statement(
        String key,
        Instant at,
        Kind kind,
        @Nullable Person by,
        @Nullable Answer answer,
        String text,
        @Nullable String replyTo,
        boolean held) {
    public enum Kind {
        /** The reporter remembered something more. */
        ADDED,
        /** Another answer to a question that the report had answered. */
        CORRECTED,
        /** An answer to a question that the report had left open. */
        SUPPLIED,
        /** The desk wants to know something of the reporter. */
        ASKED,
        ANSWERED,
        /** The reporter asks the desk to close it, and says why; no clock stops. */
        WITHDRAWAL_ASKED;

        boolean answersAQuestion() {
            return this == CORRECTED || this == SUPPLIED;
        }
    }

    Statement released() {
        return new Statement(key, at, kind, by, answer, text, replyTo, false);
    }

    /** The kind alone: what was said never reaches a log. */
    @Override
    public String toString() {
        return "Statement[" + kind + "]";
    }
}
