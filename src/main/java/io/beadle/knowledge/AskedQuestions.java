package io.beadle.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The questions that were asked. Times are kept to the millisecond; every write is durable once its method has returned. */
public interface AskedQuestions {
    /** Keeps a new one: the one write that a question costs. */
    void keep(AskedQuestion question);

    Optional<AskedQuestion> find(String key);

    /**
     * What this person last asked in this conversation, not before {@code since}.
     *
     * @param asker as in {@link AskedQuestion.Asker#id()}
     */
    Optional<AskedQuestion> latest(String conversation, String asker, Instant since);

    /** The question that this message of the conversation answers. */
    Optional<AskedQuestion> answeredBy(String conversation, String activity);

    /** Those that are gaps and were asked since then, latest first, at most {@code limit}. */
    List<AskedQuestion> gaps(Instant since, int limit);

    /** Those settled before then whose asker is still known, without those that wait for a person; at most {@code limit}. */
    List<AskedQuestion> settledBefore(Instant before, int limit);

    /** Those that wait for a person, longest first, at most {@code limit}. */
    List<AskedQuestion> open(int limit);

    /** Stores a changed one if nobody stored another change since it was read; as stored, or empty. */
    Optional<AskedQuestion> replace(AskedQuestion changed);

    void delete(String key);

    /** Deletes everything asked before then. */
    long deleteAskedBefore(Instant before);

    /**
     * Reads, changes and replaces, again from the start while others come first. A change that returns what it was given
     * writes nothing.
     *
     * @return as stored, or empty when there is none of this key
     */
    default Optional<AskedQuestion> change(String key, UnaryOperator<AskedQuestion> change) {
        while (true) {
            Optional<AskedQuestion> read = find(key);
            if (read.isEmpty()) {
                return read;
            }
            AskedQuestion changed = change.apply(read.get());
            if (changed.equals(read.get())) {
                return read;
            }
            Optional<AskedQuestion> stored = replace(changed);
            if (stored.isPresent()) {
                return stored;
            }
        }
    }
}
