package io.beadle.incident;

/**
 * Words of an incident that somebody typed, or the name of somebody: what can be redacted, put right or erased.
 *
 * @param key where they stand; holds none of the words
 * @param asked the question that they answer, empty for none
 * @param words personal data
 */
public record Passage(String key, Kind kind, String asked, String words) {
    /** What it is. */
    public enum Kind {
        /** An answer of the report, or one given to the same question since. */
        ANSWER,
        /** Something said since, by the reporter or the desk. */
        SAID,
        /** What was filled in with an act. */
        ACT,
        /** Who told the reporter, and how to reach them. */
        TELLER,
        REPORTER,
        /** Somebody whom an act names, and who did nothing about the incident. */
        NAMED;

        public boolean isPerson() {
            return this == REPORTER || this == NAMED || this == TELLER;
        }
    }

    /** The key alone: no words reach a log. */
    @Override
    public String toString() {
        return "Passage[" + key + "]";
    }
}
