package io.beadle.register;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the store where somebody is named or where their words stand.
 *
 * @param collection in which it is
 * @param id of the document there: of an incident its reference
 * @param part the names of the fields that lead there
 * @param asked the question that it answers, empty for none
 * @param at the nearest time, null where there is none
 * @param by the name of whoever wrote it, empty where that is not known
 */
record Mention(
        String collection,
        String id,
        String part,
        String asked,
        @Nullable Instant at,
        String by,
        String words,
        Set<Mark> marks) {
    /** What a person must decide before it is given to anybody. */
    enum Mark {
        /** Somebody else wrote it, or is named in it. */
        THIRD_PARTY,
        /** Legal advice (G14). */
        PRIVILEGED,
        /** It may tell somebody what the police or counter-fraud look into. */
        CRIME_PREVENTION,
        /** It may tell who reported in confidence or anonymously (G8). */
        SEALED,
        /** Only a few may know that there is such an incident (G10). */
        RESTRICTED
    }

    @Override
    public String toString() {
        return "Mention[" + collection + ", " + marks + "]";
    }
}
