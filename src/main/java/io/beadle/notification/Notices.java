package io.beadle.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The outbox of what is not about an incident. Every write is durable once its method has returned, and one that leaves something
 * to be told rings the {@link io.beadle.incident.OutboxBell}.
 */
public interface Notices {
    /**
     * Puts it there to be told. What is there already by this key, waiting or told, changes only if {@code notice} has a
     * higher revision: then it is told anew, and on the desk in place of the one before. So putting the same twice tells
     * it once.
     */
    default void put(Notice notice) {
        while (!insert(notice)) {
            Optional<Notice> before = change(notice.key(), stored -> stored.withNews(notice));
            if (before.isPresent()) {
                return;
            }
        }
    }

    /** Stores a new one; false when there is one of its key. */
    boolean insert(Notice notice);

    Optional<Notice> find(String key);

    /**
     * Those that a relay may take now, longest waiting first, at most {@code limit}.
     *
     * @param desk whether those for the desk, or those for people
     */
    List<Notice> due(Instant now, boolean desk, int limit);

    /** Those that were tried that often in vain, whoever they are for, at most {@code limit}. */
    List<Notice> stuck(int attempts, int limit);

    /** How many for the desk wait to be told and were tried at least {@code attempts} times. */
    long waitingForDesk(int attempts);

    /**
     * Stores a changed one if nobody stored another change since it was read; as stored, its version one higher, or empty.
     */
    Optional<Notice> replace(Notice changed);

    /** Deletes it, told or not; one just under way may be told all the same. */
    void delete(String key);

    /** How many of those whose keys begin so wait to be told, and how many were. */
    Tally tally(String prefix);

    record Tally(long waiting, long told) {}

    /** Deletes those whose keys begin so and that wait to be told; one just under way may be told all the same. */
    long deleteWaiting(String prefix);

    /**
     * The keys of those about that: whose keys name it, and not as the beginning of something longer.
     *
     * @param subject an incident's reference, or a draft's id
     */
    List<String> about(String subject);

    /** Deletes what was told before then, and with it the memory that it was. */
    long deleteToldBefore(Instant before);

    /** Deletes what was to be told a person since before then and could not be. */
    long deleteUntoldToPeopleBefore(Instant before);

    /**
     * Reads, changes and replaces, again from the start while others come first. A change that returns what it was given
     * writes nothing.
     *
     * @return as stored, or empty when there is none of this key
     */
    default Optional<Notice> change(String key, UnaryOperator<Notice> change) {
        while (true) {
            Optional<Notice> read = find(key);
            if (read.isEmpty()) {
                return read;
            }
            Notice changed = change.apply(read.get());
            if (changed.equals(read.get())) {
                return read;
            }
            Optional<Notice> stored = replace(changed);
            if (stored.isPresent()) {
                return stored;
            }
        }
    }
}
