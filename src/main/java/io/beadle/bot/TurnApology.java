package io.beadle.bot;

import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.teams.Apology;
import org.springframework.stereotype.Component;

/** Names the numbers of the content, because whoever holds a role is in the store, and that may be what is away. */
@Component
final class TurnApology implements Apology {
    private final Messages messages;
    private final Contacts contacts;

    TurnApology(Messages messages, Contacts contacts) {
        this.messages = messages;
        this.contacts = contacts;
    }

    @Override
    public String text() {
        Contacts.Team team = contacts.securityTeam();
        return messages.text("turn.failed", team.name(), team.inHours(), team.outOfHours());
    }
}
