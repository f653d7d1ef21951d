package io.beadle.bot.people;

import io.beadle.card.Card;
import io.beadle.card.RoleCards;
import io.beadle.content.Roles;
import io.beadle.people.Administrators;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Consents;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cards that show who holds which role, for whoever looks. */
@Component
final class RoleLists {
    private final Roles roles;
    private final Appointments appointments;
    private final RoleHolders holders;
    private final Administrators administrators;
    private final Consents consents;
    private final Directory directory;
    private final RoleCards cards;

    RoleLists(
            Roles roles,
            Appointments appointments,
            RoleHolders holders,
            Administrators administrators,
            Consents consents,
            Directory directory,
            RoleCards cards) {
        this.roles = roles;
        this.appointments = appointments;
        this.holders = holders;
        this.administrators = administrators;
        this.consents = consents;
        this.directory = directory;
        this.cards = cards;
    }

    /** Who looks, and what that lets them do. */
    RoleCards.Viewer viewer(Person person) {
        boolean administrator = administrators.include(person);
        return new RoleCards.Viewer(
                administrator,
                administrator && administrators.areTwo(),
                administrators.actAlone(),
                !of(person).isEmpty());
    }

    /** The person's own appointments. */
    List<Appointment> of(Person person) {
        return appointments.all().stream()
                .filter(appointment -> appointment.person().is(person))
                .toList();
    }

    Card all(RoleCards.Viewer viewer, @Nullable String notice, Instant now) {
        List<Appointment> all = appointments.all();
        return cards.overview(
                roles.roles().stream().map(role -> held(role, all, now)).toList(),
                unreached(all),
                consents.open(),
                viewer,
                notice);
    }

    Optional<Card> one(String role, RoleCards.Viewer viewer, @Nullable String notice, Instant now) {
        return roles.find(role).map(known -> cards.role(held(known, appointments.all(), now), viewer, notice, now));
    }

    private RoleCards.Held held(Roles.Role role, List<Appointment> all, Instant now) {
        return new RoleCards.Held(
                role, all.stream().filter(a -> a.role().equals(role.id())).toList(), holders.of(role.id(), now));
    }

    /** Everybody who holds a role or stands in for it and cannot be written to, each once. */
    private List<Person> unreached(List<Appointment> all) {
        Map<String, Person> people = new LinkedHashMap<>();
        all.stream()
                .flatMap(appointment ->
                        Stream.concat(Stream.of(appointment.person()), Stream.ofNullable(appointment.deputy())))
                .forEach(person -> people.putIfAbsent(person.id(), person));
        return people.values().stream()
                .filter(person -> !directory.reaches(person.id()))
                .toList();
    }
}
