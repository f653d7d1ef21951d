package io.beadle.people;

import io.beadle.content.Roles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what was agreed so. Each change can be made twice without harm. */
public final class Appointing {
    private final Roles roles;
    private final Appointments appointments;

    public Appointing(Roles roles, Appointments appointments) {
        this.roles = roles;
        this.appointments = appointments;
    }

    /** False where it no longer fits what there is, and then nothing was changed. */
    public boolean carryOut(ProposedChange.OfRoles change) {
        return switch (change) {
            case ProposedChange.Appoint appoint ->
                appointments.find(appoint.appointment().id()).isPresent()
                        || (isPossible(appoint.appointment()) && appointments.add(appoint.appointment()));
            case ProposedChange.Amend amend -> amend(amend.before(), amend.appointment());
            case ProposedChange.Dismiss dismiss -> dismiss(dismiss.appointment());
        };
    }

    private boolean amend(Appointment before, Appointment after) {
        return isPossible(after)
                && appointments
                        .change(after.id(), stored -> stored.equals(before) ? after : stored)
                        .filter(after::equals)
                        .isPresent();
    }

    private boolean dismiss(Appointment wanted) {
        Optional<Appointment> stored = appointments.find(wanted.id());
        boolean same = stored.isEmpty() || stored.get().person().is(wanted.person());
        return same && (stored.isEmpty() || appointments.remove(wanted.id()));
    }

    /** Whether nobody else has what only one person can have, and the person does not have it already. */
    public boolean isPossible(Appointment wanted) {
        return roles.find(wanted.role())
                .filter(role -> others(wanted)
                        .noneMatch(other -> !role.several() || other.person().is(wanted.person())))
                .isPresent();
    }

    /** The one who holds a role that only one person can hold, so that appointing another means to change that. */
    public Optional<Appointment> soleHolder(String role, @Nullable String department) {
        return roles.find(role)
                .filter(known -> !known.several())
                .flatMap(known -> appointments.all().stream()
                        .filter(appointment -> appointment.isFor(role, department))
                        .findFirst());
    }

    /** Marks the person as away from every role they hold, in place of any absence still to end. */
    public void absent(Person person, List<Span> absences, Instant now) {
        appointments.all().stream()
                .filter(appointment -> appointment.person().is(person))
                .forEach(appointment -> appointments.change(
                        appointment.id(),
                        stored -> stored.absent(Stream.concat(
                                        stored.absences().stream().filter(old -> old.isPast(now)), absences.stream())
                                .toList())));
    }

    private Stream<Appointment> others(Appointment than) {
        return appointments.all().stream()
                .filter(other -> !other.id().equals(than.id()) && other.isFor(than.role(), than.department()));
    }
}
