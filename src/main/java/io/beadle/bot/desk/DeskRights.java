package io.beadle.bot.desk;

import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.incident.DeskPost;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Administrators;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see and do what is the desk's: whoever is in a desk's channel, by their roles, and Beadle's administrators. */
@Component
final class DeskRights {
    private final Desks desks;
    private final Administrators administrators;
    private final RoleHolders holders;
    private final Messages messages;

    DeskRights(Desks desks, Administrators administrators, RoleHolders holders, Messages messages) {
        this.desks = desks;
        this.administrators = administrators;
        this.holders = holders;
        this.messages = messages;
    }

    /**
     * Why the person may not do that by the table of rights, empty if they may.
     *
     * @param inDesk whether they are in the channel of the incident's desk, which counts while nobody is nominated
     */
    Optional<String> refusal(Person person, String act, boolean inDesk, Instant now) {
        return holders.may(person, act, inDesk, now)
                ? Optional.empty()
                : Optional.of(messages.text("desk.may", holders.whoMay(act)));
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
