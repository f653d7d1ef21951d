package io.beadle.content;

import org.jspecify.annotations.Nullable;

/**
 * Whom to ring.
 *
 * @param organisation the council's name
 * @param privacyNotice where its privacy notice for staff stands
 * @param securityTeam who handles incidents
 * @param danger what to do when somebody could be in danger (G1)
 */
public record Contacts(String organisation, String privacyNotice, Team securityTeam, String danger) {
    /** Who handles incidents: {@code inHours} is answered at {@code hours}, {@code outOfHours} at other times. */
    public record Team(
            String name,
            String inHours,
            String hours,
            String outOfHours,
            @Nullable String email) {}
}
