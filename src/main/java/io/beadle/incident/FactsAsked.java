package io.beadle.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is being asked in words for what is missing of a report that they sent, one question a person. A report without a name
 * is never in it: it would lead to who made it (G8).
 */
public interface FactsAsked {
    /**
     * What somebody was asked last.
     *
     * @param person an Entra object id
     * @param incident the reference
     * @param question the question's id
     */
    record Asked(String person, String incident, String question, Instant at) {}

    Optional<Asked> of(String person);

    /** In place of what the person was asked before. */
    void put(Asked asked);

    void forget(String person);

    /** Forgets what was asked before then; how many. */
    long forgetBefore(Instant then);
}
