package io.beadle.configuration;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a property.
 *
 * @param problem of its value, which is quoted only where it is no secret
 * @param example a right one, null where none is known
 */
public record ConfigurationProblem(
        String property, String problem, @Nullable String example) {
    /** One line of the page. */
    @Override
    public String toString() {
        String named = problem.contains(property) ? problem : property + ": " + problem;
        return example == null ? named : named + "; right is, for example: " + property + "=" + example;
    }
}
