package io.beadle.bot.ask;

import io.beadle.card.Markdown;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom to ring, as the council has it now: said before what a policy of some years ago says (G34). */
@Component
final class CurrentContacts {
    /** Whom the asker is to turn to. */
    private static final Pattern WHOM = Pattern.compile(
            "\\b(?:who|whom|which (?:team|number)|what number)(?: else)? (?:do|should|can|must|shall|would|could|will) (?:i|we|you)(?: have to| need to)?"
                    + " (?:ring|call|phone|telephone|contact|e-?mail|tell|inform|notify|alert|report|speak|talk|get hold of|reach|go to)\\b"
                    + "|\\bwho (?:to|do we) (?:ring|call|phone|contact|tell|report)\\b"
                    + "|\\b(?:security|incident|emergency|out[- ]of[- ]hours|help|duty)(?: team| desk| line)?(?:'s)? (?:(?:tele)?phone |contact |emergency )?(?:number|contact|contacts|details|line|e-?mail)\\b"
                    + "|\\b(?:number|contact|contacts|contact details|e-?mail(?: address)?) (?:of|for) (?:the )?(?:information )?(?:it )?(?:security|incident)\\b"
                    + "|\\bhow (?:do|can|should) (?:i|we) (?:contact|reach|ring|call|get hold of|get in touch with) (?:the )?(?:information )?security\\b");

    /** That an office is asked for, not what it does: with the office in the place of {@code OFFICE}. */
    private static final String ASKED =
            "\\b(?:who(?: is|'s|s)|contact|contacting|ring|call|phone|reach|speak to|talk to|get hold of"
                    + "|number (?:of|for)|details (?:of|for)|e-?mail(?: address)? (?:of|for)) (?:(?:our|the|your|council's|my) )*+OFFICE\\b(?! (?:respons|polic))"
                    + "|\\bOFFICE(?:'s)? (?:(?:tele)?phone|number|contact|e-?mail|details|name)\\b"
                    + "|^(?:the )?OFFICE\\W*$";

    private final Contacts contacts;
    private final Messages messages;
    private final Map<Contacts.Role, Pattern> asked = new LinkedHashMap<>();

    CurrentContacts(Contacts contacts, Messages messages) {
        this.contacts = contacts;
        this.messages = messages;
        contacts.roles().forEach(role -> asked.put(role, asked(role)));
    }

    /** Their lines in Markdown, if the question is for them; those of the office it names, else the security team's. */
    Optional<String> to(String question) {
        String text = question.toLowerCase(Locale.UK).replace('\u2019', '\'').replaceAll("\\s+", " ");
        String offices = asked.entrySet().stream()
                .filter(role -> role.getValue().matcher(text).find())
                .map(role -> line(role.getKey()))
                .collect(Collectors.joining("\n"));
        if (!offices.isEmpty()) {
            return Optional.of(messages.text("contacts.current") + "\n\n" + offices);
        }
        return WHOM.matcher(text).find()
                ? Optional.of(messages.text("contacts.current") + "\n\n" + team())
                : Optional.empty();
    }

    /** The office by any of its names. */
    private static Pattern asked(Contacts.Role role) {
        return Pattern.compile(Stream.concat(Stream.of(role.title()), role.also().stream())
                .map(name -> ASKED.replace("OFFICE", Pattern.quote(name.toLowerCase(Locale.UK))))
                .collect(Collectors.joining("|")));
    }

    private String team() {
        Contacts.Team team = contacts.securityTeam();
        return withEmail(
                messages.text("contacts.team", team.name(), team.inHours(), team.hours(), team.outOfHours()),
                team.email());
    }

    private String line(Contacts.Role role) {
        String name = role.name();
        String title =
                Markdown.escape(name == null ? role.title() : messages.text("contacts.name", role.title(), name));
        String night = role.outOfHours();
        return withEmail(
                night == null
                        ? messages.text("contacts.role", title, role.inHours())
                        : messages.text("contacts.role.night", title, role.inHours(), night),
                role.email());
    }

    private String withEmail(String line, @Nullable String email) {
        return email == null ? line : messages.text("contacts.email", line, email);
    }
}
