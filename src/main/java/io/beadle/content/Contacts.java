package io.beadle.content;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ring.
 *
 * @param organisation the council's name
 * @param privacyNotice where its privacy notice for staff stands
 * @param securityTeam who handles incidents
 * @param danger what to do when somebody could be in danger (G1)
 * @param roles others whom staff ask for by their office
 */
public record Contacts(String organisation, String privacyNotice, Team securityTeam, String danger, List<Role> roles) {
    public Contacts(
            String organisation, String privacyNotice, Team securityTeam, String danger, @Nullable List<Role> roles) {
        this.organisation = organisation;
        this.privacyNotice = privacyNotice;
        this.securityTeam = securityTeam;
        this.danger = danger;
        this.roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /** Who handles incidents: {@code inHours} is answered at {@code hours}, {@code outOfHours} at other times. */
    public record Team(
            String name,
            String inHours,
            String hours,
            String outOfHours,
            @Nullable String email) {}

    /**
     * Somebody with an office.
     *
     * @param title such as {@code Data protection officer}
     * @param also what staff call it besides, such as {@code DPO}
     * @param name who has it now; null where the council does not name people
     */
    public record Role(
            String title,
            List<String> also,
            @Nullable String name,
            String inHours,
            @Nullable String outOfHours,
            @Nullable String email) {
        public Role {
            also = Objects.requireNonNullElse(also, List.of());
        }
    }
}
