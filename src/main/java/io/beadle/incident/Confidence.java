package io.beadle.incident;

import io.beadle.content.Roles;
import io.beadle.content.Routes;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may know of an incident in person, and act on it there, where no channel shows who they are. */
public final class Confidence {
    private final RoleHolders holders;
    private final Roles roles;
    private final Routes routes;
    private final Recipients recipients;

    public Confidence(RoleHolders holders, Roles roles, Routes routes, Recipients recipients) {
        this.holders = holders;
        this.roles = roles;
        this.routes = routes;
        this.recipients = recipients;
    }

    /** Whether it may be about them, or they hold a role that is left out of it (G10). */
    public boolean isExcluded(Person person, Incident incident, Instant at) {
        return new Holders(incident, routes.leftOut(new Facts(incident)), List.of(), recipients, at).isExcluded(person);
    }

    /** Whether nothing speaks against their knowing that there is such an incident: of a restricted one, that they were told. */
    public boolean mayKnow(Person person, Incident incident, Instant at) {
        CaseFile file = new CaseFile(incident);
        return !isExcluded(person, incident, at) && (!file.isRestricted() || file.isTold(person));
    }

    /**
     * Whether the table of rights lets them do that, or the ledger names them in the place of somebody whom it does. A
     * restricted incident is for those who were told, whatever their role.
     */
    public boolean may(Person person, String act, Incident incident, Instant at) {
        return mayKnow(person, incident, at)
                && (new CaseFile(incident).isRestricted()
                        || holders.may(person, act, false, at)
                        || new Ledger(incident).isToldAs(person, roles.mayDo(act)));
    }

    /** Who is told in the place of whoever the line names and who is there all the same; nobody in the place of a deputy. */
    public Optional<Recipient> deputy(Delivery line, Incident incident, Instant at) {
        Person to = line.to();
        return to == null || line.isToDeputy() || roles.find(line.role()).isEmpty()
                ? Optional.empty()
                : holders.deputyOf(line.role(), to, at)
                        .filter(deputy -> !isExcluded(deputy.person(), incident, at))
                        .map(deputy -> new Recipient(deputy.person(), deputy.email()));
    }
}
