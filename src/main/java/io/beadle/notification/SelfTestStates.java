package io.beadle.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What people were last told of the self-test, shared by all instances, of which one at a time tells. */
public interface SelfTestStates {
    /**
     * What was told.
     *
     * @param number counts what was told, from 0 for nothing
     * @param alarm the number of the alarm that stands in the desk's channel
     * @param failed what does not work
     * @param warning what will not go on working
     */
    record Told(long number, long alarm, Set<String> failed, Set<String> warning) {
        public Told {
            failed = Set.copyOf(failed);
            warning = Set.copyOf(warning);
        }
    }

    /** Whether that instance is the one that tells, from now on for that long; another's turn ends with its time. */
    boolean lead(String instance, Instant now, Duration time);

    Told told();

    /** Stores it as what was told after the one numbered one lower; false when another came first. */
    boolean tell(Told told);
}
