package io.beadle.bot.register;

import io.beadle.bot.desk.DeskMembers;
import io.beadle.bot.desk.HeldAccounts;
import io.beadle.bot.turn.Turn;
import io.beadle.incident.Confidence;
import io.beadle.incident.Custody;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.offer.OfferedFile.About;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.register.BreachRegister;
import io.beadle.register.FoiTable;
import io.beadle.register.IcoPacks;
import io.beadle.register.Statistics;
import io.beadle.teams.DeliveryException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who may be given what: asked when somebody wants it, and again when they take it. */
@Component
final class RegisterRights {
    private static final String DPO = "dpo";
    private static final Logger log = LoggerFactory.getLogger(RegisterRights.class);

    private final RoleHolders holders;
    private final Confidence confidence;
    private final HeldAccounts held;
    private final DeskMembers members;
    private final Incidents incidents;
    private final IcoPacks packs;
    private final InstantSource clock;

    RegisterRights(
            RoleHolders holders,
            Confidence confidence,
            HeldAccounts held,
            DeskMembers members,
            Incidents incidents,
            IcoPacks packs,
            InstantSource clock) {
        this.holders = holders;
        this.confidence = confidence;
        this.held = held;
        this.members = members;
        this.incidents = incidents;
        this.packs = packs;
        this.clock = clock;
    }

    /** Why not. */
    enum Refusal {
        /** It has no rights until IT confirms the account (G5). */
        HELD,
        RIGHT,
        /** There is no such incident, or none that this person may know of (G10): which of both is not said. */
        UNKNOWN,
        /** Nobody may open it now (G13). */
        QUARANTINED
    }

    /** @param incident its reference, empty where it is about none */
    Optional<Refusal> refusal(Turn turn, About about, String incident) {
        Person person = turn.person();
        if (held.has(person)) {
            return Optional.of(Refusal.HELD);
        }
        if (!may(turn, about)) {
            return Optional.of(Refusal.RIGHT);
        }
        if (incident.isEmpty()) {
            return Optional.empty();
        }
        Optional<Incident> found = incidents.find(incident).filter(i -> mayKnow(person, i));
        if (found.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        boolean ofEvidence = switch (about) {
            case EVIDENCE, EVIDENCE_PACK -> true;
            case ICO_PACK, BREACH_REGISTER, FOI_TABLE, FIGURES, SUBJECT_ACCESS -> false;
        };
        return ofEvidence && new Custody(found.get()).isQuarantined()
                ? Optional.of(Refusal.QUARANTINED)
                : Optional.empty();
    }

    /** The titles of the roles that may, for whoever may not. */
    String whoMay(About about) {
        return holders.whoMay(right(about));
    }

    /** A restricted one is for whoever was told of it and for the data protection officer; for nobody whom it is about. */
    boolean mayKnow(Person person, Incident incident) {
        Instant now = clock.instant();
        return confidence.mayKnow(person, incident, now)
                || (holders.rolesOf(person, now).contains(DPO) && !confidence.isExcluded(person, incident, now));
    }

    private boolean may(Turn turn, About about) {
        String right = right(about);
        return holders.may(turn.person(), right, false, clock.instant())
                || (holders.may(turn.person(), right, true, clock.instant()) && isInDesk(turn));
    }

    /** Being in the desk's channel gives rights only until somebody is nominated. */
    private boolean isInDesk(Turn turn) {
        try {
            return members.has(turn, null);
        } catch (DeliveryException e) {
            log.warn("desk's members unknown status={} code={}", e.status(), e.code());
            return false;
        }
    }

    private String right(About about) {
        return switch (about) {
            case ICO_PACK -> packs.act().orElse("assess");
            case BREACH_REGISTER -> BreachRegister.RIGHT;
            case FOI_TABLE -> FoiTable.RIGHT;
            case FIGURES -> Statistics.RIGHT;
            case EVIDENCE, EVIDENCE_PACK -> "evidence";
            case SUBJECT_ACCESS -> DataProtection.RIGHT;
        };
    }
}
