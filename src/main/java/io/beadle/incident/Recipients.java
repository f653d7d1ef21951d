package io.beadle.incident;

import io.beadle.content.Roles;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is told when a role is. */
public interface Recipients {
    /**
     * Those who hold the role at that moment, whoever is absent replaced by their deputy; none if nobody does.
     *
     * @param department whose holder is meant, null for any; without meaning for a role that is not held by department
     */
    List<Recipient> of(String role, @Nullable String department, Instant at);

    /** All who were appointed to the role, be they away or not on their shift, and whoever stands in for them at that moment. */
    default Stream<Person> appointed(String role, Instant at) {
        return of(role, at).stream().map(Recipient::person);
    }

    /** Somebody whom an incident names, with the address that is known of them. */
    default Recipient named(Person person, Instant at) {
        return of(Roles.NOMINATED, at).stream()
                .filter(holder -> holder.person().is(person))
                .findFirst()
                .orElseGet(() -> new Recipient(person, null));
    }

    /** The same, for whichever department it is held. */
    default List<Recipient> of(String role, Instant at) {
        return of(role, null, at);
    }
}
