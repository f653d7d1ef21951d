package io.beadle.people;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** People with roles, as tests want them. */
public final class SomePeople {
    private SomePeople() {}

    public static Person named(String name) {
        return new Person(name.toLowerCase(Locale.ROOT), name);
    }

    public static Appointment appointed(String role, String name) {
        return appointed(role, named(name), email(name));
    }

    public static Appointment appointed(String role, Person person, @Nullable String email) {
        return new Appointment(role + "-" + person.name(), role, null, person, email, null, null, List.of(), List.of());
    }

    public static Appointment in(String department, Appointment of) {
        return new Appointment(
                of.id(),
                of.role(),
                department,
                of.person(),
                of.email(),
                of.deputy(),
                of.deputyEmail(),
                of.absences(),
                of.shifts());
    }

    public static Appointment withDeputy(String name, Appointment of) {
        return new Appointment(
                of.id(),
                of.role(),
                of.department(),
                of.person(),
                of.email(),
                named(name),
                email(name),
                of.absences(),
                of.shifts());
    }

    public static Appointment away(Span when, Appointment of) {
        return of.absent(List.of(when));
    }

    public static Appointment onShift(Span when, Appointment of) {
        return of.onShift(List.of(when));
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT) + "@council.example";
    }
}
