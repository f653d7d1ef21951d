package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.incident.DeskPost;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Administrators;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see and do what is the desk's: {@link OwnPeople} in a desk's channel, and Beadle's administrators. */
@Component
final class DeskRights {
    private final Desks desks;
    private final Administrators administrators;
    private final OwnPeople own;
    private final Messages messages;

    DeskRights(Desks desks, Administrators administrators, OwnPeople own, Messages messages) {
        this.desks = desks;
        this.administrators = administrators;
        this.own = own;
        this.messages = messages;
    }

    /** Whether it stands in the main desk's channel: that alone gives nobody a right. */
    boolean isDesk(Turn turn) {
        return desks.find(Desk.MAIN)
                .map(Desk::conversation)
                .filter(turn.address().conversation()::equals)
                .isPresent();
    }

    /**
     * Whoever can press a card in a desk's channel is a member of it; a card copied elsewhere gives no right. One just
     * posted may be pressed before its place is stored.
     */
    boolean standsHere(@Nullable DeskPost post, Turn turn) {
        return post == null
                ? desks.all().stream()
                        .map(Desk::conversation)
                        .anyMatch(turn.address().conversation()::equals)
                : post.conversation().equals(turn.address().conversation());
    }

    /**
     * What they are told who may not: the sentence of that key where they are neither in the desk's channel nor an administrator
     * in the personal chat, where nobody else reads along. Empty for whoever may.
     */
    Optional<String> refusal(Turn turn, String elsewhere) {
        if (turn.isPersonal() ? administrators.include(turn.person()) : isDesk(turn)) {
            return inChannel(turn);
        }
        return Optional.of(messages.text(elsewhere));
    }

    /** The same in a channel that is known to be a desk's. */
    Optional<String> inChannel(Turn turn) {
        return own.refusal(turn);
    }
}
