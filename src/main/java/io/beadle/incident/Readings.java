package io.beadle.incident;

import java.time.Instant;
import java.util.List;

/** Who has opened which incident: reading one is audited. Ids and times only, apart from the incidents themselves. */
public interface Readings {
    /** Somebody was shown the words of an incident. */
    record Reading(String incident, String person, Instant at) {}

    void add(Reading reading);

    /** Who opened it, earliest first. */
    List<Reading> of(String incident);
}
