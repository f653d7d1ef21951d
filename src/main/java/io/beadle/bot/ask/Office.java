package io.beadle.bot.ask;

import io.beadle.content.Contacts;
import io.beadle.content.Roles;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An office that staff ask for.
 *
 * @param role to which somebody may be appointed, null where nobody can be
 * @param contact its numbers, null where there are none
 */
record Office(
        String title, Roles.@Nullable Role role, Contacts.@Nullable Role contact, Pattern wanted, Pattern subject) {
    /** That it is asked for, not what it does: with the office in the place of {@code OFFICE}. */
    private static final String WANTED =
            "\\b(?:who(?: is|'s|s)|contact|contacting|ring|call|phone|reach|speak to|talk to|get hold of"
                    + "|number (?:of|for)|details (?:of|for)|e-?mail(?: address)? (?:of|for)) (?:(?:our|the|your|council's|my) )*+OFFICE\\b(?! (?:respons|polic))"
                    + "|\\bOFFICE(?:'s)? (?:(?:tele)?phone|number|contact|e-?mail|details|name)\\b"
                    + "|^(?:the )?OFFICE\\W*$";

    /** That it is what somebody wants to turn to a person about. */
    private static final String SUBJECT = "\\b(?:about|regarding|for|with) (?:(?:a|an|our|the|some) )?OFFICE\\b";

    /** The roles that staff may ask for, each with its numbers, and the offices of which there are numbers alone. */
    static List<Office> all(Roles roles, Contacts contacts) {
        Stream<Office> held = roles.roles().stream()
                .filter(role -> role.asked() != null)
                .map(role -> of(role, contact(role.title(), contacts).orElse(null)));
        Stream<Office> others = contacts.roles().stream()
                .filter(contact -> roles.roles().stream()
                        .noneMatch(role -> role.asked() != null && role.title().equalsIgnoreCase(contact.title())))
                .map(contact -> of(contact.title(), null, contact, contact.also()));
        return Stream.concat(held, others).toList();
    }

    private static Office of(Roles.Role role, Contacts.@Nullable Role contact) {
        List<String> names = Stream.concat(
                        Objects.requireNonNullElse(role.asked(), List.<String>of()).stream(),
                        contact == null ? Stream.of() : contact.also().stream())
                .toList();
        return of(role.title(), role, contact, names);
    }

    private static Office of(
            String title, Roles.@Nullable Role role, Contacts.@Nullable Role contact, List<String> names) {
        List<String> all = Stream.concat(Stream.of(title), names.stream())
                .map(name -> Pattern.quote(name.toLowerCase(Locale.UK)))
                .distinct()
                .toList();
        return new Office(title, role, contact, pattern(WANTED, all), pattern(SUBJECT, all));
    }

    private static Optional<Contacts.Role> contact(String title, Contacts contacts) {
        return contacts.roles().stream()
                .filter(contact -> contact.title().equalsIgnoreCase(title))
                .findFirst();
    }

    private static Pattern pattern(String asked, List<String> names) {
        return Pattern.compile(
                names.stream().map(name -> asked.replace("OFFICE", name)).collect(Collectors.joining("|")));
    }
}
