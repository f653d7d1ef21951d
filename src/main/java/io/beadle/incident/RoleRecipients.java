package io.beadle.incident;

import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whoever was appointed. */
public record RoleRecipients(RoleHolders holders) implements Recipients {
    @Override
    public List<Recipient> of(String role, @Nullable String department, Instant at) {
        return holders.of(role, department, at).stream()
                .map(holder -> new Recipient(holder.person(), holder.email()))
                .toList();
    }

    @Override
    public Stream<Person> appointed(String role, Instant at) {
        return Stream.concat(holders.appointed(role), Recipients.super.appointed(role, at));
    }

    @Override
    public Recipient named(Person person, Instant at) {
        return new Recipient(person, holders.emailOf(person).orElse(null));
    }
}
