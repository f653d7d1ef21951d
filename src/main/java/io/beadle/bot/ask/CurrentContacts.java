package io.beadle.bot.ask;

import io.beadle.card.Markdown;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.people.Holder;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom to ring, as the council has it now: said before what a policy of some years ago says (G34). Who holds a role is known
 * from the appointments, whom they are reached by from the council's contacts.
 */
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

    /** More people than this nobody reads. */
    private static final int NAMED = 6;

    private final Contacts contacts;
    private final Roles roles;
    private final RoleHolders holders;
    private final Messages messages;
    private final InstantSource clock;
    private final List<Office> offices;

    CurrentContacts(Contacts contacts, Roles roles, RoleHolders holders, Messages messages, InstantSource clock) {
        this.contacts = contacts;
        this.roles = roles;
        this.holders = holders;
        this.messages = messages;
        this.clock = clock;
        this.offices = Office.all(roles, contacts);
    }

    /**
     * Their lines in Markdown, if the question is for them; those of the office it names, else the security team's. Whoever
     * asks whom to turn to about the subject of an office gets both.
     */
    Optional<String> to(String question) {
        String text = question.toLowerCase(Locale.UK).replace('\u2019', '\'').replaceAll("\\s+", " ");
        boolean whom = WHOM.matcher(text).find();
        List<Office> wanted = offices.stream()
                .filter(office -> office.wanted().matcher(text).find()
                        || (whom && office.subject().matcher(text).find()))
                .toList();
        if (wanted.isEmpty()) {
            return whom ? Optional.of(block("contacts.current", List.of(team()))) : Optional.empty();
        }
        return Optional.of(answer(wanted, whom, text));
    }

    private String answer(List<Office> wanted, boolean whom, String text) {
        Instant now = clock.instant();
        List<String> held = new ArrayList<>();
        List<String> listed = new ArrayList<>();
        boolean toTeam = false;
        for (Office office : wanted) {
            List<String> lines = held(office, text, now);
            held.addAll(lines);
            if (lines.isEmpty()) {
                listed.add(listed(office));
            }
            toTeam |= office.contact() == null
                    || (whom && !office.wanted().matcher(text).find());
        }
        if (toTeam) {
            listed.add(team());
        }
        return Stream.of(block("contacts.held", held), block("contacts.current", listed))
                .filter(block -> !block.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String block(String heading, List<String> lines) {
        return lines.isEmpty() ? "" : messages.text(heading) + "\n\n" + String.join("\n", lines);
    }

    /** Those who are there in the role now, by department where it is held by department; none where there is nobody. */
    private List<String> held(Office office, String text, Instant now) {
        Roles.Role role = office.role();
        if (role == null) {
            return List.of();
        }
        if (!role.byDepartment()) {
            return lines(office, office.title(), holders.of(role.id(), now));
        }
        List<Roles.Department> named = roles.departments().stream()
                .filter(department -> text.contains(department.title().toLowerCase(Locale.UK)))
                .toList();
        return (named.isEmpty() ? roles.departments() : named)
                .stream()
                        .flatMap(department -> lines(
                                office,
                                messages.text("roles.in", office.title(), department.title()),
                                holders.of(role.id(), department.id(), now))
                                .stream())
                        .toList();
    }

    private List<String> lines(Office office, String title, List<Holder> there) {
        String shown = Markdown.escape(title);
        List<String> lines = there.stream()
                .limit(NAMED)
                .map(holder -> messages.text("contacts.held.line", shown, named(holder) + numbers(office.contact())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (there.size() > NAMED) {
            lines.add(messages.text("contacts.held.more", shown, there.size() - NAMED));
        }
        return lines;
    }

    private String named(Holder holder) {
        Person away = holder.standsInFor();
        String name = name(holder.person());
        return away == null ? name : messages.text("contacts.held.deputy", name, name(away));
    }

    private String name(Person person) {
        return person.name().isBlank() ? messages.text("alert.somebody") : Markdown.escapeInLine(person.name());
    }

    /** The office's own: an address that was given for alerts is told nobody. */
    private String numbers(Contacts.@Nullable Role contact) {
        if (contact == null) {
            return "";
        }
        String night = contact.outOfHours();
        String rung = night == null ? contact.inHours() : messages.text("contacts.night", contact.inHours(), night);
        return ", " + withEmail(rung, contact.email());
    }

    private String team() {
        Contacts.Team team = contacts.securityTeam();
        return withEmail(
                messages.text("contacts.team", team.name(), team.inHours(), team.hours(), team.outOfHours()),
                team.email());
    }

    private String listed(Office office) {
        Contacts.Role contact = office.contact();
        if (contact == null) {
            return messages.text("contacts.vacant", Markdown.escape(office.title()));
        }
        String name = contact.name();
        String title =
                Markdown.escape(name == null ? contact.title() : messages.text("contacts.name", contact.title(), name));
        String night = contact.outOfHours();
        return withEmail(
                night == null
                        ? messages.text("contacts.role", title, contact.inHours())
                        : messages.text("contacts.role.night", title, contact.inHours(), night),
                contact.email());
    }

    private String withEmail(String line, @Nullable String email) {
        return email == null ? line : messages.text("contacts.email", line, email);
    }
}
