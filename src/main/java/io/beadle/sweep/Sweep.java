package io.beadle.sweep;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that is done again and again while Beadle serves; each bean of this type is. Any number of instances may do it at
 * the same time, and it may fail: what was left undone is done the next time.
 */
public interface Sweep {
    /** How long after its end it begins again. */
    Duration every();

    /** How long after the start it begins first: nothing that recurs is urgent, and a start has enough to do. */
    default Duration afterStart() {
        return Sweeper.AFTER_START;
    }

    /** Does it, as of that time; returns how many it found to do, for the log. */
    long sweep(Instant now);
}
