package io.beadle.incident;

import java.time.Instant;

/**
 * How often a code was tried wrongly. Counted by the code's first part and the hour, whoever tries: nothing is stored of who
 * it was (G8).
 */
public interface CodeGuesses {
    /** How many wrong secrets may be tried with one first part in an hour of the clock. */
    int MOST = 5;

    /** Counts a try, before it is known whether it is right; false when there are none left in this hour. */
    boolean take(String lookup, Instant now);

    /** The try was right, and does not count. */
    void giveBack(String lookup, Instant now);
}
