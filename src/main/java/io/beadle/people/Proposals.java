package io.beadle.people;

import io.beadle.people.Proposal.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The changes that were proposed. Every write is durable once its method has returned. */
public interface Proposals {
    /** Keeps a new one. */
    void add(Proposal proposal);

    Optional<Proposal> find(String id);

    /** Those that are so now, oldest first. */
    List<Proposal> in(State state);

    /** Stores a changed one if nobody stored another change since it was read; as stored, its version one higher, or empty. */
    Optional<Proposal> replace(Proposal changed);

    /** Deletes what ended before then. */
    long deleteEndedBefore(Instant before);

    /**
     * Reads, changes and replaces, again from the start while others come first. A change that returns what it was given
     * writes nothing.
     *
     * @return as stored, or empty when there is none of this id
     */
    default Optional<Proposal> change(String id, UnaryOperator<Proposal> change) {
        while (true) {
            Optional<Proposal> read = find(id);
            if (read.isEmpty()) {
                return read;
            }
            Proposal changed = change.apply(read.get());
            if (changed.equals(read.get())) {
                return read;
            }
            Optional<Proposal> stored = replace(changed);
            if (stored.isPresent()) {
                return stored;
            }
        }
    }
}
