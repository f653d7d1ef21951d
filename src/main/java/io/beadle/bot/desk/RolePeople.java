package io.beadle.bot.desk;

import io.beadle.content.Question;
import io.beadle.content.Roles;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people whom something can be given to: those appointed to a role and their deputies, on the first day the desk's members. */
@Component
final class RolePeople {
    private final Appointments appointments;
    private final Roles roles;
    private final DeskMembers members;
    private final PersonNames directory;

    RolePeople(Appointments appointments, Roles roles, DeskMembers members, PersonNames directory) {
        this.appointments = appointments;
        this.roles = roles;
        this.members = members;
        this.directory = directory;
    }

    /** Each once, with the first of their roles, to be chosen by id. */
    List<Question.Choice> choices() {
        List<Appointment> all = appointments.all();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Appointment appointment : all) {
            String title = roles.find(appointment.role()).map(Roles.Role::title).orElse(appointment.role());
            people(appointment.person(), appointment.deputy())
                    .forEach(person -> labels.putIfAbsent(person.id(), person.name() + " (" + title + ")"));
        }
        if (labels.isEmpty()) {
            members().forEach(member -> labels.putIfAbsent(id(member), member.name()));
        }
        return labels.entrySet().stream()
                .map(person -> new Question.Choice(person.getKey(), person.getValue(), List.of()))
                .toList();
    }

    /** Their names, by id. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        appointments
                .all()
                .forEach(appointment -> people(appointment.person(), appointment.deputy())
                        .forEach(person -> names.putIfAbsent(person.id(), person.name())));
        if (names.isEmpty()) {
            members().forEach(member -> names.putIfAbsent(id(member), member.name()));
        }
        return names;
    }

    /** The name of that person, who need not hold a role; empty where nobody tells it. */
    Optional<String> name(String id) {
        return Optional.ofNullable(names().get(id))
                .filter(name -> !name.isBlank())
                .or(() -> directory.of(id));
    }

    /** Nobody where Teams does not say: then whoever shows a picker can still choose. */
    private List<Conversations.Member> members() {
        try {
            return members.ofMainDesk();
        } catch (DeliveryException e) {
            return List.of();
        }
    }

    private static String id(Conversations.Member member) {
        return member.objectId().isEmpty() ? member.id() : member.objectId();
    }

    private static Stream<Person> people(Person person, @Nullable Person deputy) {
        return deputy == null ? Stream.of(person) : Stream.of(person, deputy);
    }
}
