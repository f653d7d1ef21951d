package io.beadle.incident;

import io.beadle.content.Roles;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is told of an incident when a role is: nobody whom it may be about, in whatever role (G10). */
final class Holders {
    /** The field of an act that names who does it. */
    private static final String PERSON = "person";

    private final CaseFile file;
    private final Recipients recipients;
    private final Instant now;
    private final Set<String> leftOut;
    private final Set<String> excluded;

    /**
     * Those of one moment.
     *
     * @param leftOut the roles that are not told
     */
    Holders(Incident incident, Set<String> leftOut, Recipients recipients, Instant now) {
        file = new CaseFile(incident);
        this.recipients = recipients;
        this.now = now;
        this.leftOut = leftOut;
        excluded = Stream.concat(
                        file.excluded().stream(),
                        leftOut.stream()
                                .flatMap(role -> recipients.of(role, now).stream())
                                .map(holder -> holder.person().id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isLeftOut(String role) {
        return leftOut.contains(role);
    }

    /**
     * Those who hold it now.
     *
     * @param why the key of the duty, or the id of the route, for which they are told
     */
    List<Recipient> of(String role, String why) {
        return all(role, why)
                .filter(holder -> !excluded.contains(holder.person().id()))
                .toList();
    }

    private Stream<Recipient> all(String role, String why) {
        Optional<Answer> named = switch (role) {
            case Roles.HANDLER -> file.owner();
            case Roles.DOER -> doer(why);
            default -> Optional.empty();
        };
        return named.map(person -> Stream.of(known(new Person(person.value(), person.shown()))))
                .orElseGet(() -> isOfIncident(role)
                        ? recipients.of(Roles.NOMINATED, now).stream()
                        : recipients.of(role, now).stream());
    }

    private static boolean isOfIncident(String role) {
        return role.equals(Roles.HANDLER) || role.equals(Roles.DOER);
    }

    /** Whoever is named may hold a role too, and so have an address known. */
    private Recipient known(Person person) {
        return recipients.of(Roles.NOMINATED, now).stream()
                .filter(holder -> holder.person().is(person))
                .findFirst()
                .orElseGet(() -> new Recipient(person, null));
    }

    private Optional<Answer> doer(String why) {
        return file.find(why.substring(why.indexOf('/') + 1)).stream()
                .flatMap(act -> act.answers().stream())
                .filter(answer ->
                        answer.question().equals(PERSON) && !answer.value().isEmpty())
                .findFirst();
    }
}
