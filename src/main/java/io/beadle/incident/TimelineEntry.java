package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to the incident; entries are only ever appended. {@code by} is null for Beadle itself. */
public record TimelineEntry(Instant at, Kind kind, @Nullable Person by) {
    static TimelineEntry reported(Report report) {
        return new TimelineEntry(
                report.reported(), Kind.REPORTED, report.reporter().named().orElse(null));
    }

    public enum Kind {
        REPORTED,
        ALERTED,
        /** The desk sees it on the card of a wave, and people are told of another one for it. */
        IN_WAVE,
        /** It turned out to be worse, or to demand more: it is alerted by itself. */
        OUT_OF_WAVE,
        /** The alert was posted once more, because nobody knows whether the first one arrived. */
        ALERTED_AGAIN,
        ACKNOWLEDGED,
        /** The time to acknowledge passed without enough people. */
        ACKNOWLEDGEMENT_LATE,
        ADDED,
        CORRECTED,
        SUPPLIED,
        ASKED,
        ANSWERED,
        WITHDRAWAL_ASKED,
        /** The reporter was reminded of the facts that are missing. */
        REMINDED,
        /** The missing facts are the desk's to ask for. */
        FACTS_PASSED,
        /** The reporter could not be written to. */
        NOT_REACHED,
        /** Fewer people could be alerted than must be. */
        TOO_FEW_REACHED,
        /** IT has confirmed that the sessions of the reporter's account are revoked (G5). */
        SESSIONS_REVOKED,
        /** One file more is kept as evidence. */
        EVIDENCE_KEPT,
        /** One more, from an account that was held then (G5). */
        EVIDENCE_HELD,
        /** Nobody may open the evidence from now on (G13). */
        EVIDENCE_QUARANTINED,
        EVIDENCE_RELEASED,
        /** Somebody in a role did something: the act of the same time says what. */
        ACTED,
        /** Another system has it (G30). */
        HANDED_OVER,
        /** Another system was to have it, and will not. */
        NOT_HANDED_OVER,
        CLOSED;

        static Kind of(Statement.Kind said) {
            return switch (said) {
                case ADDED -> ADDED;
                case CORRECTED -> CORRECTED;
                case SUPPLIED -> SUPPLIED;
                case ASKED -> ASKED;
                case ANSWERED -> ANSWERED;
                case WITHDRAWAL_ASKED -> WITHDRAWAL_ASKED;
            };
        }
    }
}
