package io.beadle.content;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
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
    private static final Set<String> DPO = Set.of("dpo", "data protection officer");

    public Contacts(
            String organisation, String privacyNotice, Team securityTeam, String danger, @Nullable List<Role> roles) {
        this.organisation = organisation;
        this.privacyNotice = privacyNotice;
        this.securityTeam = securityTeam;
        this.danger = danger;
        this.roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /** Who is rung about what the security team must not know of (G10): the data protection officer. Empty where nobody says. */
    public Optional<Role> dataProtectionOfficer() {
        return roles.stream()
                .filter(role -> Stream.concat(Stream.of(role.title()), role.also().stream())
                        .anyMatch(name -> DPO.contains(name.toLowerCase(Locale.UK))))
                .findFirst();
    }

    /** What is no mistake, but leaves somebody without a number to ring. */
    void remind(BiConsumer<String, String> reminder) {
        Optional<Role> officer = dataProtectionOfficer();
        if (officer.isEmpty()) {
            reminder.accept(
                    "",
                    "no office is the data protection officer's: whoever reports the security team is told to ring that "
                            + "team (G10), so list one with its numbers under roles");
        } else if (officer.get().outOfHours() == null) {
            reminder.accept(
                    "/roles/" + roles.indexOf(officer.get()),
                    "the data protection officer has no out-of-hours number, which is rung about the security team (G10)");
        }
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
