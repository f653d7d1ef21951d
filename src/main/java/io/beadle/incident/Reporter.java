package io.beadle.incident;

import io.beadle.people.Person;
import java.util.Optional;

/** Who reported, as far as the incident says (G8). */
public sealed interface Reporter {
    record Named(Person person) implements Reporter {}

    /** In confidence: who it is stands in {@link SealedReporters}, for the data protection officer alone. */
    record Sealed() implements Reporter {}

    /**
     * Nobody knows who; whoever says the code is believed to be them.
     *
     * @param lookup the part of the code that the incident is found by
     * @param hash the {@link SlowHash} of the rest
     */
    record Anonymous(String lookup, String hash) implements Reporter {
        @Override
        public String toString() {
            return "Anonymous";
        }
    }

    /** Who it is, where the incident may say so. */
    default Optional<Person> named() {
        return this instanceof Named named ? Optional.of(named.person()) : Optional.empty();
    }

    /** Whether the incident says that it is this person. */
    default boolean is(Person person) {
        return named().filter(person::is).isPresent();
    }
}
