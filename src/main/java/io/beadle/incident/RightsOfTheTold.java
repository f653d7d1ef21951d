package io.beadle.incident;

import io.beadle.content.Roles;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What people may do in person about an incident, where no channel shows who they are. */
@Component
public final class RightsOfTheTold {
    private final RoleHolders holders;
    private final Roles roles;

    public RightsOfTheTold(RoleHolders holders, Roles roles) {
        this.holders = holders;
        this.roles = roles;
    }

    /**
     * Whether the table of rights lets them do that, or the ledger names them in the place of somebody whom it does. A
     * restricted incident is for those who were told, whatever their role, and for nobody whom it may be about (G10).
     */
    public boolean may(Person person, String act, Incident incident, Instant at) {
        CaseFile file = new CaseFile(incident);
        if (file.excluded().contains(person.id())) {
            return false;
        }
        return file.isRestricted()
                ? file.isTold(person)
                : holders.may(person, act, false, at) || new Ledger(incident).isToldAs(person, roles.mayDo(act));
    }
}
