package io.beadle.content;

import java.time.Duration;
import java.util.Locale;

/** What else is kept for as long as {@code bot/retention.yaml} says, and between which times that must be. */
public enum Kept {
    /** A report begun and not sent, with its files and whose name is sealed to it: since it was last touched. */
    DRAFTS(2, 30),
    /** Who asked a question, and the question unless it is a gap: since it was settled. */
    ASKERS(1, 7),
    /** Who waits for a person's answer: since they asked for one. */
    ENQUIRIES(7, 27),
    /** A question without a good answer: since it was asked. */
    QUESTIONS(30, 1096),
    /** An answer somebody stood for: since it was retired and its review would have been due. */
    ANSWERS(30, 1096),
    /** Where to get a file of which nobody said that it is safe to keep: since it was sent. */
    FILES(1, 7),
    /** That something was told: since then. A yearly reminder must be remembered for longer than a year. */
    NOTICES(370, 1096),
    /** What could not be told a person: since it was to be. */
    UNTOLD(1, 14),
    /** Who proposed and decided a change of roles or of the desk: since it was decided. */
    PROPOSALS(30, 2557),
    /** Who chose a desk's channel: since another was chosen. */
    DESKS(30, 2557),
    /** Where somebody can be written to: since they were found to have left. */
    REFERENCES(30, 365),
    /** The instance's chain, with the certificates in it. Six years are the time for claims. */
    AUDIT(2192, 9150);

    private final Duration least;
    private final Duration most;

    Kept(int leastDays, int mostDays) {
        least = Duration.ofDays(leastDays);
        most = Duration.ofDays(mostDays);
    }

    /** As the content has it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What no content may go below. */
    public Duration least() {
        return least;
    }

    Duration most() {
        return most;
    }
}
