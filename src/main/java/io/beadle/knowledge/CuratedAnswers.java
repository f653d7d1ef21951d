package io.beadle.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The answers that people gave and stand for. */
public interface CuratedAnswers {
    /** Adds one, unless there is one of its id. */
    void add(CuratedAnswer answer);

    Optional<CuratedAnswer> find(String id);

    /** Those not retired, the one to be reviewed next first. */
    List<CuratedAnswer> all();

    /** Deletes those that were retired, and whose review was due before that day. */
    long deleteRetiredBefore(LocalDate day);

    /** Stores a changed one if nobody stored another change since it was read; as stored, or empty. */
    Optional<CuratedAnswer> replace(CuratedAnswer changed);

    /** Reads, changes and replaces, again from the start while others come first; as stored, or empty. */
    default Optional<CuratedAnswer> change(String id, UnaryOperator<CuratedAnswer> change) {
        while (true) {
            Optional<CuratedAnswer> read = find(id);
            if (read.isEmpty()) {
                return read;
            }
            CuratedAnswer changed = change.apply(read.get());
            if (changed.equals(read.get())) {
                return read;
            }
            Optional<CuratedAnswer> stored = replace(changed);
            if (stored.isPresent()) {
                return stored;
            }
        }
    }
}
