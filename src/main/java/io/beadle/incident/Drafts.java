package io.beadle.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored drafts, at most one open a person. Every write is durable once its method has returned. Times are kept to the
 * millisecond; what a method returns is as it was stored.
 */
public interface Drafts {
    Optional<Draft> find(String id);

    /** The person's open draft. */
    Optional<Draft> openOf(String person);

    /**
     * Stores a new draft, unless the person has one open.
     *
     * @return the draft as stored, or the person's open one
     */
    Draft begin(Draft draft);

    /** Stores a changed draft; empty when {@code changed.version()} is no longer the stored one. */
    Optional<Draft> replace(Draft changed);

    void delete(String id);

    /** Deletes the draft unless it was changed since it was read; whether it did. */
    boolean deleteUntouched(Draft draft);

    /** The drafts not touched since {@code before}, longest untouched first. */
    List<Draft> untouchedSince(Instant before);
}
