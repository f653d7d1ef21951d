package io.beadle.card;

import io.beadle.content.Contacts;
import io.beadle.content.Messages;
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

    /** A message that names the team and both its numbers. */
    public String withNumbers(String key) {
        Contacts.Team team = contacts.securityTeam();
        return messages.text(key, team.name(), team.inHours(), team.outOfHours());
    }
}
