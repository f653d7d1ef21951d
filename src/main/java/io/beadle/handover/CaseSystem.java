package io.beadle.handover;

import java.util.Optional;

/** A system that an incident can be handed over to. */
interface CaseSystem {
    /** Whether there is one. */
    boolean isConfigured();

    /**
     * Hands it over. Done again with the same key it is the same hand-over.
     *
     * @return their reference, where they answer with one
     * @throws NotTakenException if it was not taken
     */
    Optional<String> take(CaseSummary incident, String key);
}
