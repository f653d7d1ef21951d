package io.beadle.incident;

import io.beadle.content.Assets;
import io.beadle.content.DeskActs;
import io.beadle.content.Roles;
import io.beadle.content.Routes;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who may know of an incident in person, and act on it there, where no channel shows who they are. */
public final class Confidence {
    /** The right to read the words of an incident. */
    public static final String OPEN = "open";

    public static final String ACKNOWLEDGE = "acknowledge";

    private final RoleHolders holders;
    private final Roles roles;
    private final Routes routes;
    private final Assets assets;
    private final DeskActs acts;
    private final Recipients recipients;

    public Confidence(
            RoleHolders holders, Roles roles, Routes routes, Assets assets, DeskActs acts, Recipients recipients) {
        this.holders = holders;
        this.roles = roles;
        this.routes = routes;
        this.assets = assets;
        this.acts = acts;
        this.recipients = recipients;
    }

    /** Whether it may be about them, or they hold a role that is left out of it (G10). */
    public boolean isExcluded(Person person, Incident incident, Instant at) {
        return holders(incident, at).isExcluded(person);
    }

    /** The ids of all whom it may be about, or who hold a role that is left out of it (G10). */
    public Set<String> excluded(Incident incident, Instant at) {
        return holders(incident, at).excluded();
    }

    /** The roles that are not told of it (G10). */
    public Set<String> leftOut(Incident incident) {
        return routes.leftOut(new Facts(incident, assets));
    }

    private Holders holders(Incident incident, Instant at) {
        return new Holders(incident, leftOut(incident), new Facts(incident, assets).touched(), recipients, at);
    }

    /** Whether nothing speaks against their knowing that there is such an incident: of a restricted one, that they were told. */
    public boolean mayKnow(Person person, Incident incident, Instant at) {
        CaseFile file = new CaseFile(incident);
        return !isExcluded(person, incident, at) && (!file.isRestricted() || file.isTold(person));
    }

    /**
     * Whether the table of rights lets them do that, or the ledger names them in the place of somebody whom it does. Whoever was
     * told of it may open it where there is anything at all that they may do about it; and of a restricted incident, which
     * nobody else can, open and acknowledge it in any case.
     */
    public boolean may(Person person, String act, Incident incident, Instant at) {
        return mayKnow(person, incident, at)
                && (holders.may(person, act, false, at)
                        || new Ledger(incident).isToldAs(person, roles.mayDo(act))
                        || mayAsTold(person, act, new CaseFile(incident), at));
    }

    private boolean mayAsTold(Person person, String act, CaseFile file, Instant at) {
        boolean first = act.equals(OPEN) || act.equals(ACKNOWLEDGE);
        return first
                && file.isTold(person)
                && (file.isRestricted() || (act.equals(OPEN) && hasSomethingToDo(person, at)));
    }

    private boolean hasSomethingToDo(Person person, Instant at) {
        return acts.acts().stream().anyMatch(act -> holders.may(person, act.id(), false, at));
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
