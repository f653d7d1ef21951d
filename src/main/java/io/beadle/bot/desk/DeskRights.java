package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.incident.DeskPost;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Administrators;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see and do what is the desk's: whoever is in a desk's channel, and Beadle's administrators. */
@Component
final class DeskRights {
    private final Desks desks;
    private final Administrators administrators;

    DeskRights(Desks desks, Administrators administrators) {
        this.desks = desks;
        this.administrators = administrators;
    }

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

    /** In the desk's channel; or an administrator in the personal chat, where nobody else reads along. */
    boolean has(Turn turn) {
        return isDesk(turn) || (turn.isPersonal() && administrators.mayAppoint(turn.person(), ""));
    }
}
