package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.people.Administrators;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.teams.DeliveryException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who of those in a desk's channel may take part in what the desk does there: the council's own people. A guest, or a member
 * of another organisation, only with a role that they were given (G12).
 */
@Component
public final class OwnPeople {
    /** Its one tag is {@code reason}. */
    static final String COUNTER = "beadle.desk.refused";

    private static final Logger log = LoggerFactory.getLogger(OwnPeople.class);

    private final Administrators administrators;
    private final RoleHolders holders;
    private final HeldAccounts held;
    private final DeskMembers members;
    private final Messages messages;
    private final InstantSource clock;
    private final MeterRegistry meters;

    /** Why somebody may not. The names are the values of the counter's tag. */
    private enum Reason {
        /** They are a guest, or another organisation's. */
        OUTSIDER,
        /** Their account has no rights until IT confirms it (G5). */
        HELD,
        /** Teams does not say who is in the channel: see the rationale of {@code bot}. */
        UNSURE
    }

    OwnPeople(
            Administrators administrators,
            RoleHolders holders,
            HeldAccounts held,
            DeskMembers members,
            Messages messages,
            InstantSource clock,
            MeterRegistry meters) {
        this.administrators = administrators;
        this.holders = holders;
        this.held = held;
        this.members = members;
        this.messages = messages;
        this.clock = clock;
        this.meters = meters;
        for (Reason reason : Reason.values()) {
            count(reason, 0); // so that a reason that never was is seen to be at zero
        }
    }

    /**
     * What they are told who may not take part in the turn's channel, which is known to be a desk's; empty for whoever may. In
     * the personal chat only whether their account is held counts: there is nobody else.
     */
    public Optional<String> refusal(Turn turn) {
        Optional<Reason> reason = reason(turn);
        reason.ifPresent(why -> {
            log.warn("desk refused reason={} person={}", why, turn.person().id());
            count(why, 1);
        });
        return reason.map(why -> messages.text(sentence(why, turn)));
    }

    /** In a channel others read it: that an account is held may tell them of a report. */
    private static String sentence(Reason reason, Turn turn) {
        return switch (reason) {
            case OUTSIDER -> "desk.outsider";
            case HELD -> turn.isPersonal() ? "desk.held" : "desk.held.here";
            case UNSURE -> "desk.unsure";
        };
    }

    private Optional<Reason> reason(Turn turn) {
        if (held.has(turn.person())) {
            return Optional.of(Reason.HELD);
        }
        if (turn.isPersonal() || hasRole(turn.person())) {
            return Optional.empty();
        }
        try {
            return members.isOutsider(turn) ? Optional.of(Reason.OUTSIDER) : Optional.empty();
        } catch (DeliveryException e) {
            log.warn("desk's members unknown status={} code={}", e.status(), e.code());
            return Optional.of(Reason.UNSURE);
        }
    }

    /** Given by name: in local mode, where everybody may appoint, nobody has one by that. */
    private boolean hasRole(Person person) {
        return administrators.named().contains(person.id())
                || !holders.rolesOf(person, clock.instant()).isEmpty();
    }

    private void count(Reason reason, int more) {
        meters.counter(COUNTER, "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment(more);
    }
}
