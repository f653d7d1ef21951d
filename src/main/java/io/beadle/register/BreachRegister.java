package io.beadle.register;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Incidents;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The register of personal-data breaches. Who may read it at all is the right {@code register}; of restricted incidents (G10)
 * the data protection officer alone sees the entries, and not of those that may be about themselves.
 */
@Component
public final class BreachRegister {
    /** The right to read and export it. */
    public static final String RIGHT = "register";

    private static final String DPO = "dpo";

    private final Incidents incidents;
    private final RoleHolders holders;

    public BreachRegister(Incidents incidents, RoleHolders holders) {
        this.incidents = incidents;
        this.holders = holders;
    }

    /** Every entry that this person may see, earliest incident first. */
    public List<Breach> seenBy(Person reader, Instant now) {
        boolean dpo = holders.rolesOf(reader, now).contains(DPO);
        return entries(breach -> (dpo || !breach.isRestricted())
                && !new CaseFile(breach.incident()).excluded().contains(reader.id()));
    }

    /** Every entry but those of restricted incidents: what leaves Beadle without anybody in a role to read it. */
    public List<Breach> unrestricted() {
        return entries(breach -> !breach.isRestricted());
    }

    private List<Breach> entries(Predicate<Breach> seen) {
        try (Stream<Breach> all = incidents.inRegister().flatMap(i -> Breach.of(i).stream())) {
            return all.filter(seen).toList();
        }
    }
}
