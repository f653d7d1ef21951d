package io.beadle.card;

import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The sentences that stand on more than one card. */
@Component
public final class Phrases {
    private final Messages messages;
    private final Contacts contacts;

    Phrases(Messages messages, Contacts contacts) {
        this.messages = messages;
        this.contacts = contacts;
    }

    /** Whom to ring, now and at other times; it stands on every card that may find somebody in trouble. */
    public String urgent() {
        Contacts.Team team = contacts.securityTeam();
        return messages.text("urgent", team.name(), team.inHours(), team.hours(), team.outOfHours());
    }

    /** A message with what to do when somebody could be in danger as {@code {0}} (G1). */
    public String inDanger(String key) {
        return messages.text(key, contacts.danger());
    }

    /** A message that names the team as {@code {0}} and its two numbers as {@code {1}} and {@code {2}}, then the rest. */
    public String withNumbers(String key, String... more) {
        Contacts.Team team = contacts.securityTeam();
        List<String> arguments = new ArrayList<>(List.of(team.name(), team.inHours(), team.outOfHours()));
        arguments.addAll(List.of(more));
        return messages.text(key, arguments.toArray());
    }
}
