package io.beadle.people;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was appointed to a role.
 *
 * @param role its id in {@code bot/roles.yaml}
 * @param department the id of the department for which it is held, null where the role is held for all
 * @param email personal data, as are the names and the deputy's
 * @param deputy who stands in during an absence
 * @param absences when the person is away, from every role they hold
 * @param shifts when a role with a rota is held; a role without one is held all the time
 */
public record Appointment(
        String id,
        String role,
        @Nullable String department,
        Person person,
        @Nullable String email,
        @Nullable Person deputy,
        @Nullable String deputyEmail,
        List<Span> absences,
        List<Span> shifts) {
    public Appointment {
        absences = List.copyOf(absences);
        shifts = List.copyOf(shifts);
    }

    /** The same with these absences in place of those it had. */
    public Appointment absent(List<Span> newAbsences) {
        return new Appointment(id, role, department, person, email, deputy, deputyEmail, newAbsences, shifts);
    }

    /** The same with these shifts in place of those it had. */
    public Appointment onShift(List<Span> newShifts) {
        return new Appointment(id, role, department, person, email, deputy, deputyEmail, absences, newShifts);
    }

    boolean isFor(String otherRole, @Nullable String otherDepartment) {
        return role.equals(otherRole) && Objects.equals(department, otherDepartment);
    }

    boolean isAbsent(Instant at) {
        return absences.stream().anyMatch(absence -> absence.contains(at));
    }

    boolean isOnShift(Instant at) {
        return shifts.stream().anyMatch(shift -> shift.contains(at));
    }

    /** The id and the role alone: names and addresses never reach a log. */
    @Override
    public String toString() {
        return "Appointment[" + id + ", " + role + "]";
    }
}
