package io.beadle.offer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that wait to be taken. Every write is durable once its method has returned. */
public interface OfferedFiles {
    void add(OfferedFile file, byte[] content);

    Optional<OfferedFile> find(String id);

    /** The content; empty once it was deleted. */
    Optional<byte[]> content(String id);

    /** Marks it as being taken; false if it is already, or is gone. */
    boolean take(String id, Instant at);

    /** Deletes it, content first. */
    void delete(String id);

    /** Those made before then, taken or not. */
    List<OfferedFile> madeBefore(Instant time);
}
