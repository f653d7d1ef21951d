package io.beadle.card;

import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.Roles;
import io.beadle.content.Routes;
import io.beadle.incident.Draft;
import io.beadle.incident.Facts;
import io.beadle.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sentences that stand on more than one card. */
@Component
public final class Phrases {
    /** The roles that answer the security team's telephone: of what they are left out of, they are not rung either (G10). */
    private static final Set<String> ANSWERING = Set.of(Roles.NOMINATED, "on-call");

    private final Messages messages;
    private final Contacts contacts;
    private final Routes routes;

    Phrases(Messages messages, Contacts contacts, Routes routes) {
        this.messages = messages;
        this.contacts = contacts;
        this.routes = routes;
    }

    /** Whom to ring, now and at other times; it stands on every card that may find somebody in trouble. */
    public String urgent() {
        return urgent(contacts.securityTeam());
    }

    /** The same about an incident. */
    public String urgent(Incident incident) {
        return urgent(team(incident));
    }

    /** The same about a report under way. */
    public String urgent(Draft draft) {
        return urgent(team(routes.leftOut(
                fact -> Question.chosen(draft.answers().getOrDefault(fact, "")).collect(Collectors.toSet()))));
    }

    private String urgent(Contacts.Team team) {
        return messages.text("urgent", team.name(), team.inHours(), team.hours(), team.outOfHours());
    }

    /** Whom to ring about an incident: the security team, or the data protection officer where it may be about that team. */
    public Contacts.Team team(Incident incident) {
        return team(routes.leftOut(new Facts(incident)));
    }

    private Contacts.Team team(Set<String> leftOut) {
        Contacts.Team team = contacts.securityTeam();
        return ANSWERING.stream().noneMatch(leftOut::contains)
                ? team
                : contacts.dataProtectionOfficer()
                        .map(officer -> new Contacts.Team(
                                messages.text("urgent.officer"),
                                officer.inHours(),
                                team.hours(),
                                officer.outOfHours() == null ? officer.inHours() : officer.outOfHours(),
                                officer.email()))
                        .orElse(team);
    }

    /** Whether the security team is not the one to ring about it. */
    boolean isApart(Incident incident) {
        return !team(incident).equals(contacts.securityTeam());
    }

    /** A message with what to do when somebody could be in danger as {@code {0}} (G1). */
    public String inDanger(String key) {
        return messages.text(key, contacts.danger());
    }

    /** A message that names the team as {@code {0}} and its two numbers as {@code {1}} and {@code {2}}, then the rest. */
    public String withNumbers(String key, Object... more) {
        return withNumbers(contacts.securityTeam(), key, more);
    }

    /** The same about an incident, of which the security team may not be the one to ring. */
    public String withNumbers(Incident incident, String key, Object... more) {
        return withNumbers(team(incident), key, more);
    }

    private String withNumbers(Contacts.Team team, String key, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(team.name(), team.inHours(), team.outOfHours()));
        arguments.addAll(List.of(more));
        return messages.text(key, arguments.toArray());
    }
}
