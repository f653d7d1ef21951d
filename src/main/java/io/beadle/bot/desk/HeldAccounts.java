package io.beadle.bot.desk;

import io.beadle.incident.Incidents;
import io.beadle.people.Person;
import org.springframework.stereotype.Component;

/** Accounts that may be in somebody else's hands, by what their owners reported: they have no rights at the desk (G5). */
@Component
public final class HeldAccounts {
    private final Incidents incidents;

    HeldAccounts(Incidents incidents) {
        this.incidents = incidents;
    }

    /** Whether the person has no rights at the desk for now. */
    public boolean has(Person person) {
        return incidents.isHeld(person);
    }
}
