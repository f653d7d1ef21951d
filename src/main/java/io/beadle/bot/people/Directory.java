package io.beadle.bot.people;

import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who people are, as far as Teams tells Beadle: a people picker gives an id alone. Names are read from the rosters of the
 * desk's channel and of the person's own chat with Beadle, the only ones it may read without rights in the directory.
 */
@Component
final class Directory {
    private static final Logger log = LoggerFactory.getLogger(Directory.class);

    private final Desks desks;
    private final ConversationReferences references;
    private final Conversations conversations;

    Directory(Desks desks, ConversationReferences references, Conversations conversations) {
        this.desks = desks;
        this.references = references;
        this.conversations = conversations;
    }

    /** Who is in the desk's channel; nobody where there is none, or Teams does not say. */
    List<Person> atDesk() {
        return desks.current().map(Desk::conversation).flatMap(references::find).stream()
                .flatMap(this::members)
                .map(Directory::person)
                .toList();
    }

    /**
     * The person of that id with their name, where Teams tells it.
     *
     * @param known people whose names are known already
     */
    Optional<Person> named(String id, List<Person> known) {
        return known.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .or(() -> chat(id).stream()
                        .flatMap(this::members)
                        .filter(member ->
                                member.id().equals(id) || member.objectId().equals(id))
                        .map(member -> new Person(id, member.name()))
                        .findFirst())
                .filter(person -> !person.name().isBlank());
    }

    /** Whether Beadle can write to them in Teams. */
    boolean reaches(String id) {
        return chat(id).isPresent();
    }

    /** Their personal chat, by whichever id is known of them. */
    Optional<Address> chat(String id) {
        return references.personalOf(id).or(() -> references.personal(id));
    }

    private Stream<Member> members(Address of) {
        try {
            return conversations.members(of).stream();
        } catch (DeliveryException e) {
            log.warn("members unknown status={} code={}", e.status(), e.code());
            return Stream.empty();
        }
    }

    private static Person person(Member member) {
        return new Person(member.objectId().isEmpty() ? member.id() : member.objectId(), member.name());
    }
}
