package io.beadle.register;

import java.util.List;

/** Who was given what evidence, when and why. Lines are only ever added, and each is durable once the method has returned. */
public interface CustodyLog {
    void add(Opening line);

    /** Of that incident, earliest first. */
    List<Opening> of(String incident);

    /** Forgets the lines of an incident that is deleted; how many. */
    long deleteOf(String incident);
}
