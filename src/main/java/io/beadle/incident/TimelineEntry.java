package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to the incident; entries are only ever appended. {@code by} is null for Beadle itself. */
public record TimelineEntry(Instant at, Kind kind, @Nullable Person by) {
    public enum Kind {
        REPORTED,
        ALERTED,
        ACKNOWLEDGED
    }
}
