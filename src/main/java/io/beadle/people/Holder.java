package io.beadle.people;

import org.jspecify.annotations.Nullable;

/**
 * Whoever is to be turned to in a role.
 *
 * @param email personal data
 * @param standsInFor who is absent meanwhile; null for whoever was appointed
 */
public record Holder(
        Person person, @Nullable String email, @Nullable Person standsInFor) {
    /** The ids alone: names and addresses never reach a log. */
    @Override
    public String toString() {
        return "Holder[" + person + (standsInFor == null ? "" : " for " + standsInFor) + "]";
    }
}
