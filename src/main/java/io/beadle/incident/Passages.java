package io.beadle.incident;

import java.util.Collection;
import java.util.Set;

/** What was typed about an incident, which the data protection officer alone may take out or put right (G16). */
public final class Passages {
    /** The acts by which something recorded earlier is changed; no other change may. */
    private static final Set<String> CHANGED_BY = Set.of("redact", "rectify", "erase");

    private Passages() {}

    /** Whether one of the acts is by which something recorded earlier is changed. */
    public static boolean areChangedBy(Collection<String> acts) {
        return acts.stream().anyMatch(CHANGED_BY::contains);
    }
}
