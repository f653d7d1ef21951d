package io.beadle.people;

import io.beadle.content.Roles;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who holds which role at a moment, and what that lets them do. */
public final class RoleHolders {
    private final Roles roles;
    private final Appointments appointments;

    public RoleHolders(Roles roles, Appointments appointments) {
        this.roles = roles;
        this.appointments = appointments;
    }

    /** The same, for whichever department it is held. */
    public List<Holder> of(String role, Instant at) {
        return of(role, null, at);
    }

    /**
     * Who is to be turned to, each person once, in the order of their appointment. Who is absent is replaced by their deputy,
     * unless that person is absent too; a role with a rota is held by whoever's shift it is.
     *
     * @param department whose holder is meant, null for any; without meaning for a role that is not held by department
     * @return empty where nobody is there
     * @throws IllegalArgumentException if there is no such role
     */
    public List<Holder> of(String role, @Nullable String department, Instant at) {
        Roles.Role known = known(role);
        List<Appointment> all = appointments.all();
        Map<String, Holder> found = new LinkedHashMap<>();
        all.stream()
                .filter(appointment -> isHeld(appointment, known, at))
                .filter(appointment ->
                        department == null || !known.byDepartment() || department.equals(appointment.department()))
                .flatMap(appointment -> present(appointment, all, at).stream())
                // whoever holds the role and stands in for another holder is there once, in their own right
                .forEach(holder -> found.merge(
                        holder.person().id(), holder, (first, second) -> first.standsInFor() == null ? first : second));
        return List.copyOf(found.values());
    }

    /** All who were appointed to the role, for whichever department, be they away or not on their shift. */
    public Stream<Person> appointed(String role) {
        return appointments.all().stream()
                .filter(appointment -> appointment.role().equals(role))
                .map(Appointment::person);
    }

    /** The address with which the person was appointed to any role, or as anybody's deputy; empty if none is known. */
    public Optional<String> emailOf(Person person) {
        return appointments.all().stream()
                .flatMap(appointment -> Stream.of(
                        appointment.person().is(person)
                                ? Optional.ofNullable(appointment.email())
                                : Optional.<String>empty(),
                        Optional.ofNullable(appointment.deputy())
                                .filter(deputy -> deputy.is(person))
                                .map(deputy -> appointment.deputyEmail())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whoever stands in for that holder of the role, present though the holder is; none where that person is away too. */
    public Optional<Holder> deputyOf(String role, Person holder, Instant at) {
        List<Appointment> all = appointments.all();
        return all.stream()
                .filter(appointment ->
                        appointment.role().equals(role) && appointment.person().is(holder))
                .flatMap(appointment -> deputy(appointment, all, at).stream())
                .findFirst();
    }

    /**
     * The ids of all roles in which the person may act: those they hold, be they marked as absent or not, and those in which
     * they stand in for somebody who is absent.
     */
    public Set<String> rolesOf(Person person, Instant at) {
        List<Appointment> all = appointments.all();
        return rolesOf(person, all, at);
    }

    /**
     * Whether the table of rights lets the person do that. While nobody at all is nominated, whoever is in the desk's channel
     * counts as nominated and as the manager, so that Beadle works on the first day.
     *
     * @param act its id in {@code bot/roles.yaml}
     * @param inDesk whether they are in the desk's channel
     * @throws IllegalArgumentException if there is no such act
     */
    public boolean may(Person person, String act, boolean inDesk, Instant at) {
        List<String> may = roles.mayDo(act);
        List<Appointment> all = appointments.all();
        Set<String> held = rolesOf(person, all, at);
        if (inDesk && all.stream().noneMatch(a -> a.role().equals(Roles.NOMINATED))) {
            held.add(Roles.NOMINATED);
            held.add(Roles.MANAGER);
        }
        return may.stream().anyMatch(held::contains);
    }

    /** The titles of the roles that may do that, for whoever may not: "Data protection officer, Legal services". */
    public String whoMay(String act) {
        return roles.mayDo(act).stream().map(this::title).collect(Collectors.joining(", "));
    }

    /**
     * The role as people call it.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public String title(String role) {
        return known(role).title();
    }

    private Set<String> rolesOf(Person person, Collection<Appointment> all, Instant at) {
        return all.stream()
                .filter(appointment -> roles.find(appointment.role())
                        .filter(role -> isHeld(appointment, role, at))
                        .isPresent())
                .filter(appointment -> appointment.person().is(person)
                        || present(appointment, all, at)
                                .filter(holder -> holder.person().is(person))
                                .isPresent())
                .map(Appointment::role)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isHeld(Appointment appointment, Roles.Role role, Instant at) {
        return appointment.role().equals(role.id()) && (!role.rota() || appointment.isOnShift(at));
    }

    private static Optional<Holder> present(Appointment appointment, Collection<Appointment> all, Instant at) {
        if (!isAbsent(appointment.person(), all, at)) {
            return Optional.of(new Holder(appointment.person(), appointment.email(), null));
        }
        return deputy(appointment, all, at);
    }

    private static Optional<Holder> deputy(Appointment appointment, Collection<Appointment> all, Instant at) {
        return Optional.ofNullable(appointment.deputy())
                .filter(deputy -> !isAbsent(deputy, all, at))
                .map(deputy -> new Holder(deputy, appointment.deputyEmail(), appointment.person()));
    }

    /** Who is away is away from every role, whichever appointment it was said of. */
    private static boolean isAbsent(Person person, Collection<Appointment> all, Instant at) {
        return all.stream().anyMatch(appointment -> appointment.person().is(person) && appointment.isAbsent(at));
    }

    private Roles.Role known(String role) {
        return roles.find(role).orElseThrow(() -> new IllegalArgumentException("No such role: " + role));
    }
}
