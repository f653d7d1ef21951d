package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.incident.DeskPost;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is in a desk's channel, as Teams says it at that moment: what a card in a personal chat holds proves nothing. */
@Component
public final class DeskMembers {
    private final Desks desks;
    private final ConversationReferences references;
    private final Conversations conversations;

    DeskMembers(Desks desks, ConversationReferences references, Conversations conversations) {
        this.desks = desks;
        this.references = references;
        this.conversations = conversations;
    }

    /**
     * Whether they are in the main desk's channel, or in the one where that post stands, and are the council's own.
     *
     * @throws io.beadle.teams.DeliveryException if Teams does not say
     */
    public boolean has(Turn turn, @Nullable DeskPost post) {
        Stream<String> main = desks.current().map(Desk::conversation).stream();
        return Stream.concat(main, Stream.ofNullable(post).map(DeskPost::conversation))
                .distinct()
                .flatMap(conversation -> references.find(conversation).stream())
                .flatMap(channel -> conversations.members(channel).stream()
                        .filter(member -> is(member, turn) && !DeskGuard.isOutsider(member, channel)))
                .findAny()
                .isPresent();
    }

    /**
     * Whether they, who are in the turn's channel, are a guest there or another organisation's (G12).
     *
     * @throws io.beadle.teams.DeliveryException if Teams does not say
     */
    boolean isOutsider(Turn turn) {
        return conversations.members(turn.address()).stream()
                .anyMatch(member -> is(member, turn) && DeskGuard.isOutsider(member, turn.address()));
    }

    private static boolean is(Conversations.Member member, Turn turn) {
        return member.id().equals(turn.member())
                || (!member.objectId().isEmpty()
                        && member.objectId().equals(turn.person().id()));
    }

    /**
     * The council's own people in the main desk's channel; none while there is no desk.
     *
     * @throws io.beadle.teams.DeliveryException if Teams does not say
     */
    List<Conversations.Member> ofMainDesk() {
        return desks.current().map(Desk::conversation).flatMap(references::find).stream()
                .flatMap(channel -> conversations.members(channel).stream()
                        .filter(member -> !DeskGuard.isOutsider(member, channel)))
                .toList();
    }
}
