package io.beadle.incident;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a report has in common with those that may be shown and told of together with it: the same type at the same desk, and the same
 * duties and routes by which people are told. So whoever is told of one for all of them is whoever would be told of each.
 *
 * @param severity of the severest
 * @param told the duties and routes by which somebody is told, and the systems they go by
 */
public record Kind(String type, String desk, boolean exercise, Severity severity, Set<String> told) {
    public Kind {
        told = Set.copyOf(told);
    }

    /** Whether one of the other kind is no worse, and demands nothing that one of this does not. */
    boolean covers(Kind other) {
        return type.equals(other.type)
                && desk.equals(other.desk)
                && exercise == other.exercise
                && severity.atLeast(other.severity) == severity
                && told.containsAll(other.told);
    }

    /** Another for each kind. */
    public String key() {
        return String.join(
                "|", type, desk, Boolean.toString(exercise), severity.name(), String.join(",", new TreeSet<>(told)));
    }
}
