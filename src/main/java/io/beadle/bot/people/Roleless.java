package io.beadle.bot.people;

import io.beadle.bot.desk.MembersWithoutRole;
import io.beadle.people.Appointments;
import io.beadle.teams.Conversations.Member;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** By the appointments, deputies among them; while there are none, nobody is counted: everybody acts then. */
@Component
class Roleless implements MembersWithoutRole {
    private final Appointments appointments;

    Roleless(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public int among(List<Member> members) {
        Set<String> holders = appointments.all().stream()
                .flatMap(appointment ->
                        Stream.concat(Stream.of(appointment.person()), Stream.ofNullable(appointment.deputy())))
                .map(person -> person.id())
                .collect(Collectors.toSet());
        return holders.isEmpty()
                ? 0
                : (int) members.stream()
                        .filter(member -> !holders.contains(member.id()) && !holders.contains(member.objectId()))
                        .count();
    }
}
