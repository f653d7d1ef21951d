package io.beadle.knowledge;

import java.time.Instant;
import java.util.Optional;

/** The index on disk, looked at without loading what answers from it. */
public interface StoredIndex {
    /**
     * The newest index of the documents as they are now, or else the newest there is.
     *
     * @return empty if there is none
     */
    Optional<Summary> newest();

    /**
     * What an index is of.
     *
     * @param version as in {@link KnowledgeStatus#version()}
     * @param indexed when it was made
     * @param documents how many are in it
     * @param current whether it is of the documents as they are now; if not, the next start makes another
     */
    record Summary(int version, Instant indexed, int documents, boolean current) {}
}
