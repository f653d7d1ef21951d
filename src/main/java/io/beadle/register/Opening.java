package io.beadle.register;

import io.beadle.people.Person;
import java.time.Instant;

/**
 * A line of the custody log: somebody was given evidence.
 *
 * @param evidence the id of the file
 * @param why in their own words; empty where they were given all of it as a pack
 * @param intact whether its content still had the SHA-256 that it was kept with
 */
public record Opening(
        String id,
        String incident,
        String evidence,
        Person by,
        Instant at,
        Purpose purpose,
        String why,
        boolean intact) {
    public enum Purpose {
        /** To look at it. */
        OPENED,
        /** As part of the pack for internal audit. */
        HANDED_OVER
    }

    /** The ids alone: no name or reason reaches a log. */
    @Override
    public String toString() {
        return "Opening[" + incident + ", " + by.id() + ", intact=" + intact + "]";
    }
}
