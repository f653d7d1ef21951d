package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.content.DeskAct;
import io.beadle.content.Messages;
import io.beadle.incident.Confidence;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.teams.DeliveryException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who may know of an incident, and who may do what about it. */
@Component
final class CaseRights {
    /** The right to log what IT did, such as revoking sessions. */
    static final String CONTAIN = "contain";

    private static final Logger log = LoggerFactory.getLogger(CaseRights.class);

    private final RoleHolders holders;
    private final Confidence confidence;
    private final HeldAccounts held;
    private final DeskMembers members;
    private final Messages messages;

    CaseRights(RoleHolders holders, Confidence confidence, HeldAccounts held, DeskMembers members, Messages messages) {
        this.holders = holders;
        this.confidence = confidence;
        this.held = held;
        this.members = members;
        this.messages = messages;
    }

    /**
     * What whoever pressed may do at that moment. In a channel it is to be known already that the card stands in a desk's: then
     * whoever pressed it is a member, and has a role by that unless they are a guest there. In the personal chat Teams is asked
     * who is, but only where it matters.
     *
     * @param post where the incident is shown, whose members count as do those of the main desk
     */
    Standing of(Turn turn, @Nullable DeskPost post, Instant now) {
        return new Standing(
                turn.person(),
                now,
                act -> turn.isPersonal()
                        ? members.has(turn, post)
                        : !members.isKnownOutsider(turn, act.equals(Confidence.ACKNOWLEDGE)));
    }

    /** One person at one moment. */
    final class Standing {
        private final Person person;
        private final Instant at;
        private final Predicate<String> inDesk;
        private final Set<String> roles;
        private final boolean isHeld;

        private Standing(Person person, Instant at, Predicate<String> inDesk) {
            this.person = person;
            this.at = at;
            this.inDesk = inDesk;
            this.roles = holders.rolesOf(person, at);
            this.isHeld = held.has(person);
        }

        Person person() {
            return person;
        }

        Instant at() {
            return at;
        }

        /**
         * Whether they may do that about the incident, while their account is not held (G5).
         *
         * @throws DeliveryException if it depends on who is in the desk's channel, and Teams does not say
         */
        boolean may(String act, Incident incident) {
            return !isHeld
                    && mayKnow(incident)
                    && (confidence.may(person, act, incident, at)
                            || (holders.may(person, act, true, at) && inDesk.test(act)));
        }

        /** Whether they may know that there is such an incident (G10). */
        boolean mayKnow(Incident incident) {
            return confidence.mayKnow(person, incident, at);
        }

        /** Whether they may read acts of that kind (G14). */
        boolean reads(DeskAct act) {
            return act.seenBy().isEmpty() || !Collections.disjoint(roles, act.seenBy());
        }

        /** What they are told where they may not do that about the incident; empty where they may. */
        Optional<String> refusal(String act, Incident incident) {
            if (isHeld) {
                return Optional.of(messages.text("desk.held"));
            }
            if (!mayKnow(incident)) {
                // as if there were none: that there is one would say too much
                return Optional.of(messages.text("alert.unknown"));
            }
            try {
                return may(act, incident)
                        ? Optional.empty()
                        : Optional.of(messages.text("case.may", holders.whoMay(act)));
            } catch (DeliveryException e) {
                log.warn("desk's members unknown status={} code={}", e.status(), e.code());
                return Optional.of(messages.text("case.unsure"));
            }
        }

        /** Those of the acts that they may do about the incident; none where that cannot be told now. */
        List<DeskAct> among(List<DeskAct> acts, Incident incident) {
            try {
                return acts.stream().filter(act -> may(act.id(), incident)).toList();
            } catch (DeliveryException e) {
                log.warn("desk's members unknown status={} code={}", e.status(), e.code());
                return List.of();
            }
        }
    }
}
