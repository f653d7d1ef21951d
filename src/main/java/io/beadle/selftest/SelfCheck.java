package io.beadle.selftest;

import java.time.Instant;
import java.util.List;

/**
 * Looks at one part of Beadle; each bean of this type is asked at every self-test. It may take some seconds, changes nothing
 * that people see, and may throw: then the part has failed.
 */
public interface SelfCheck {
    /** What the part is called where it throws: the key of a text. */
    String about();

    /** What it finds, as of that time; nothing where there is no such part. */
    List<Finding> look(Instant now);
}
