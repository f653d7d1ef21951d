package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.people.RoleHolders;
import io.beadle.teams.DeliveryException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who may do what by the table of rights, where it is about no single incident. */
@Component
public final class TableRights {
    private static final Logger log = LoggerFactory.getLogger(TableRights.class);

    private final RoleHolders holders;
    private final HeldAccounts held;
    private final DeskMembers members;
    private final InstantSource clock;

    TableRights(RoleHolders holders, HeldAccounts held, DeskMembers members, InstantSource clock) {
        this.holders = holders;
        this.held = held;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Whether they may now: not with a held account (G5); being in the desk's channel gives rights only until somebody is
     * nominated, and none where Teams does not say who is.
     */
    public boolean may(Turn turn, String right) {
        if (held.has(turn.person())) {
            return false;
        }
        if (holders.may(turn.person(), right, false, clock.instant())) {
            return true;
        }
        try {
            return holders.may(turn.person(), right, true, clock.instant()) && members.has(turn, null);
        } catch (DeliveryException e) {
            log.warn("desk's members unknown status={} code={}", e.status(), e.code());
            return false;
        }
    }

    /** The titles of the roles that may, for whoever may not. */
    public String whoMay(String right) {
        return holders.whoMay(right);
    }
}
