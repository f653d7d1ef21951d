package io.beadle.incident;

import io.beadle.people.Person;
import org.jspecify.annotations.Nullable;

/** Somebody who holds a role now; {@code email} is where to write if Teams cannot reach them, null where none is known. */
public record Recipient(Person person, @Nullable String email) {
    @Override
    public String toString() {
        return "Recipient[" + person + "]";
    }
}
