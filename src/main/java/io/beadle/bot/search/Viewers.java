package io.beadle.bot.search;

import io.beadle.bot.desk.HeldAccounts;
import io.beadle.bot.desk.TableRights;
import io.beadle.bot.turn.Turn;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.register.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For whom an answer about incidents is. */
@Component
final class Viewers {
    /** The right to read incidents. */
    private static final String RIGHT = "open";

    private final Desks desks;
    private final TableRights rights;
    private final HeldAccounts held;

    Viewers(Desks desks, TableRights rights, HeldAccounts held) {
        this.desks = desks;
        this.rights = rights;
        this.held = held;
    }

    /**
     * Everybody in the channel where a desk's channel is asked, the person themselves in the personal chat. Empty where they may
     * not search: elsewhere, without the right, or with a held account (G5).
     */
    Optional<Viewer> of(Turn turn) {
        if (turn.isPersonal()) {
            return rights.may(turn, RIGHT) ? Optional.of(new Viewer.Alone(turn.person())) : Optional.empty();
        }
        return held.has(turn.person())
                ? Optional.empty()
                : desks.all().stream()
                        .filter(desk ->
                                desk.conversation().equals(turn.address().conversation()))
                        .map(Desk::id)
                        .<Viewer>map(desk -> new Viewer.Channel(desk, turn.person()))
                        .findFirst();
    }
}
