package io.beadle.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The waves whose reports are not all closed yet. */
public interface Waves {
    /** Those of reports of that type. */
    List<Wave> of(String type);

    List<Wave> all();

    Optional<Wave> find(String id);

    /** Stores a new one; of two of one kind that begin at the same time both get the one that came first. */
    Wave begin(Wave wave, Instant now);

    /** Stores a changed one if nobody stored another change since it was read; as stored, its version one higher, or empty. */
    Optional<Wave> replace(Wave changed);

    void delete(Wave wave);

    /** As {@link Incidents#change}. */
    default Optional<Wave> change(String id, UnaryOperator<Wave> change) {
        while (true) {
            Optional<Wave> read = find(id);
            if (read.isEmpty()) {
                return read;
            }
            Wave changed = change.apply(read.get());
            if (changed.equals(read.get())) {
                return read;
            }
            Optional<Wave> stored = replace(changed);
            if (stored.isPresent()) {
                return stored;
            }
        }
    }
}
