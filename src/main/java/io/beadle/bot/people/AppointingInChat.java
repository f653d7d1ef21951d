package io.beadle.bot.people;

import io.beadle.bot.desk.HeldAccounts;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.AppointmentCard;
import io.beadle.card.ProposalCard;
import io.beadle.card.RoleAction;
import io.beadle.card.RoleCards;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.people.Administrators;
import io.beadle.people.Appointing;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Consents;
import io.beadle.people.Proposal;
import io.beadle.people.ProposedChange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** "Roles" in a personal chat: who holds which, appointing, and consenting to what another administrator proposed (G12). */
@Component
public final class AppointingInChat {
    private static final Logger log = LoggerFactory.getLogger(AppointingInChat.class);

    private final Roles roles;
    private final Appointments appointments;
    private final Appointing appointing;
    private final Administrators administrators;
    private final Consents consents;
    private final HeldAccounts held;
    private final RoleLists lists;
    private final AppointmentForms forms;
    private final CarryingOut carryingOut;
    private final ConsentNotices notices;
    private final OwnAbsence absence;
    private final AppointmentCard card;
    private final ProposalCard proposals;
    private final Messages messages;
    private final InstantSource clock;

    AppointingInChat(
            Roles roles,
            Appointments appointments,
            Appointing appointing,
            Administrators administrators,
            Consents consents,
            HeldAccounts held,
            RoleLists lists,
            AppointmentForms forms,
            CarryingOut carryingOut,
            ConsentNotices notices,
            OwnAbsence absence,
            AppointmentCard card,
            ProposalCard proposals,
            Messages messages,
            InstantSource clock) {
        this.roles = roles;
        this.appointments = appointments;
        this.appointing = appointing;
        this.administrators = administrators;
        this.consents = consents;
        this.held = held;
        this.lists = lists;
        this.forms = forms;
        this.carryingOut = carryingOut;
        this.notices = notices;
        this.absence = absence;
        this.card = card;
        this.proposals = proposals;
        this.messages = messages;
        this.clock = clock;
    }

    /** "Roles", "appoint". */
    public void show(Turn turn, Chat chat) {
        Optional<String> refusal = refusal(turn);
        if (refusal.isPresent()) {
            chat.send(messages.text(refusal.get()));
        } else {
            chat.send(lists.all(lists.viewer(turn.person()), null, clock.instant()));
        }
    }

    /** A button of one of the cards. */
    public Reply act(RoleAction action, Turn turn) {
        Optional<String> refusal = refusal(turn);
        if (refusal.isPresent()) {
            return told(refusal.get());
        }
        RoleCards.Viewer viewer = lists.viewer(turn.person());
        Instant now = clock.instant();
        return switch (action) {
            case RoleAction.ShowRoles show -> new Reply.Show(lists.all(viewer, null, now));
            case RoleAction.OpenRole open -> role(open.role(), viewer, null, now);
            case RoleAction.Appoint appoint -> ofAdministrator(viewer, () -> appoint(appoint.role(), now));
            case RoleAction.Change change -> ofAdministrator(viewer, () -> change(change, viewer, now));
            case RoleAction.Remove remove -> ofAdministrator(viewer, () -> remove(remove, turn, viewer, now));
            case RoleAction.Save save -> ofAdministrator(viewer, () -> save(save, turn, viewer, now));
            case RoleAction.Away away -> absence.form(turn.person(), now);
            case RoleAction.SaveAway save -> absence.save(turn.person(), save.answers(), now);
            case RoleAction.Present present -> absence.end(turn.person(), now);
            case RoleAction.OfProposal proposal -> decide(proposal, turn, now);
        };
    }

    /** A held account has no rights (G5); others than administrators and holders see nothing. */
    private Optional<String> refusal(Turn turn) {
        if (!turn.isPersonal()) {
            return Optional.of("roles.personal");
        }
        if (held.has(turn.person())) {
            return Optional.of("roles.held");
        }
        RoleCards.Viewer viewer = lists.viewer(turn.person());
        return viewer.isAdministrator() || viewer.isHolder() ? Optional.empty() : Optional.of("roles.refused");
    }

    private Reply ofAdministrator(RoleCards.Viewer viewer, Supplier<Reply> act) {
        if (!viewer.isAdministrator()) {
            return told("roles.refused.change");
        }
        return viewer.mayPropose() ? act.get() : told("roles.intro.alone");
    }

    private Reply role(String role, RoleCards.Viewer viewer, @Nullable String notice, Instant now) {
        return lists.one(role, viewer, notice, now).<Reply>map(Reply.Show::new).orElseGet(() -> told("roles.choose"));
    }

    /** Where only one person can hold the role and somebody does, that appointment is changed. */
    private Reply appoint(String role, Instant now) {
        return roles.find(role)
                .map(known -> {
                    Appointment sole = appointing.soleHolder(role, null).orElse(null);
                    String id = sole == null ? UUID.randomUUID().toString() : sole.id();
                    return form(known, id, sole, now);
                })
                .orElseGet(() -> told("roles.choose"));
    }

    private Reply change(RoleAction.Change change, RoleCards.Viewer viewer, Instant now) {
        return change.appointment().isEmpty()
                ? told("roles.choose")
                : stored(change.role(), change.appointment())
                        .map(stored -> form(roles.find(stored.role()).orElseThrow(), stored.id(), stored, now))
                        .orElseGet(() -> role(change.role(), viewer, messages.text("roles.gone"), now));
    }

    private Reply form(Roles.Role role, String id, @Nullable Appointment stored, Instant now) {
        return new Reply.Show(card.of(forms.blank(role, id, stored, now), administrators.actAlone()));
    }

    private Reply remove(RoleAction.Remove remove, Turn turn, RoleCards.Viewer viewer, Instant now) {
        return remove.appointment().isEmpty()
                ? told("roles.choose")
                : stored(remove.role(), remove.appointment())
                        .map(stored -> propose(new ProposedChange.Dismiss(stored), turn, viewer, now))
                        .orElseGet(() -> role(remove.role(), viewer, messages.text("roles.gone"), now));
    }

    private Optional<Appointment> stored(String role, String id) {
        return appointments
                .find(id)
                .filter(stored -> stored.role().equals(role) && roles.find(role).isPresent());
    }

    private Reply save(RoleAction.Save save, Turn turn, RoleCards.Viewer viewer, Instant now) {
        Optional<Roles.Role> role = roles.find(save.role());
        Optional<Appointment> stored = stored(save.role(), save.appointment());
        if (role.isEmpty() || save.appointment().isEmpty() || (save.change() && stored.isEmpty())) {
            return role(save.role(), viewer, messages.text("roles.gone"), now);
        }
        Appointment before = stored.orElse(null);
        return switch (forms.read(role.get(), save.appointment(), before, save.answers(), now)) {
            case AppointmentForms.Read.Wrong wrong -> new Reply.Show(card.of(wrong.form(), administrators.actAlone()));
            case AppointmentForms.Read.Fit fit -> {
                if (fit.appointment().equals(before)) {
                    yield role(save.role(), viewer, messages.text("roles.unchanged"), now);
                }
                yield propose(
                        before == null
                                ? new ProposedChange.Appoint(fit.appointment())
                                : new ProposedChange.Amend(before, fit.appointment()),
                        turn,
                        viewer,
                        now);
            }
        };
    }

    /** The same proposed twice, by a second tap or by two administrators, is one proposal. */
    private Reply propose(ProposedChange.OfRoles change, Turn turn, RoleCards.Viewer viewer, Instant now) {
        Optional<Proposal> waiting = consents.waiting(change);
        if (waiting.isPresent()) {
            return shown(waiting.get(), turn, null, now);
        }
        Proposal proposal = consents.propose(turn.person(), change, now);
        log.info(
                "roles proposed proposal={} person={}",
                proposal.id(),
                turn.person().id());
        if (proposal.isOpen()) {
            return shown(proposal, turn, notices.ask(proposal, turn, now), now);
        }
        Proposal ended = carryingOut.carryOut(proposal, now);
        return role(change.appointment().role(), viewer, proposals.state(ended), now);
    }

    private Reply decide(RoleAction.OfProposal action, Turn turn, Instant now) {
        Consents.Answer answer = switch (action) {
            case RoleAction.Look look -> consents.look(look.proposal(), turn.person());
            case RoleAction.Consent consent -> consents.consent(consent.proposal(), turn.person(), now);
            case RoleAction.Refuse refuse -> consents.refuse(refuse.proposal(), turn.person(), now);
        };
        return switch (answer) {
            case Consents.Answer.Refused refused ->
                told(
                        switch (refused.why()) {
                            case UNKNOWN -> "proposal.unknown";
                            case NOT_AN_ADMINISTRATOR -> "roles.refused.change";
                            case OWN_PROPOSAL -> "proposal.own";
                        });
            case Consents.Answer.Stands stands -> shown(ended(stands.proposal(), now), turn, null, now);
        };
    }

    /** Of what this turn has just decided, the rest is done too. */
    private Proposal ended(Proposal proposal, Instant now) {
        return switch (proposal.state()) {
            case AGREED -> carryingOut.carryOut(proposal, now);
            case REFUSED, EXPIRED -> {
                notices.tellProposer(proposal, now);
                yield proposal;
            }
            case OPEN, DONE, OVERTAKEN, WITHDRAWN -> proposal;
        };
    }

    private Reply shown(Proposal proposal, Turn turn, @Nullable String note, Instant now) {
        return new Reply.Show(proposals.of(proposal, turn.person().id(), note, now));
    }

    private Reply told(String key) {
        return new Reply.Tell(messages.text(key));
    }
}
