package io.beadle.notification;

import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where people are written to in person, by who they are in Entra and not by where they were met. */
@Component
final class ChatsInPerson {
    private static final int NOT_FOUND = 404;

    private final ConversationReferences references;
    private final Conversations conversations;
    private final Desks desks;

    ChatsInPerson(ConversationReferences references, Conversations conversations, Desks desks) {
        this.references = references;
        this.conversations = conversations;
        this.desks = desks;
    }

    /**
     * Their chat with Beadle. Whoever never wrote there is looked for in the main desk's channel, whose roster says by which id
     * Teams lets Beadle begin one.
     *
     * @throws DeliveryException if there is none, or Teams lets Beadle not begin one
     */
    Address of(Person person) {
        return references
                .personalOf(person.id())
                .or(() -> references.personal(person.id()))
                .or(() -> fromDesk(person))
                .orElseThrow(() -> new DeliveryException(NOT_FOUND, "NoConversationReference"));
    }

    /** Names their chat, or them while there is none. */
    String placeOf(Person person) {
        return references
                .personalOf(person.id())
                .or(() -> references.personal(person.id()))
                .map(Address::conversation)
                .orElse(person.id());
    }

    private Optional<Address> fromDesk(Person person) {
        Optional<Address> channel = desks.current().flatMap(desk -> references.find(desk.conversation()));
        return channel.flatMap(met -> member(met, person).map(id -> conversations.personalChat(met, id)));
    }

    private Optional<String> member(Address channel, Person person) {
        try {
            return conversations.members(channel).stream()
                    .filter(member -> member.objectId().equals(person.id()))
                    .map(Conversations.Member::id)
                    .findFirst();
        } catch (DeliveryException e) {
            if (e.isFinal()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
