package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that were sent and not fetched yet. Every write is durable once its method has returned. */
public interface WaitingFiles {
    void insert(WaitingFile file);

    /** Those that the person has still to say are safe to keep, earliest first. */
    List<WaitingFile> askedOf(String person);

    /** Those to be fetched now, longest waiting first, at most {@code limit}. */
    List<WaitingFile> due(Instant now, int limit);

    /** Stores a changed one if nobody stored another change since it was read; as stored, or empty. */
    Optional<WaitingFile> replace(WaitingFile changed);

    void delete(String id);

    /** Forgets what nobody said is safe to keep and came before then. */
    long deleteAskedBefore(Instant before);

    /** Remembers who said, of the report, that what they send is safe to keep; the first time counts. */
    void confirm(String report, Person by, Instant at);

    boolean isConfirmed(String report);

    /** Every report with something waiting or confirmed, once. */
    List<String> reports();

    /** Forgets what waits for the report and that it was confirmed. */
    void deleteOf(String report);
}
