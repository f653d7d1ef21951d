package io.beadle.bot.search;

import io.beadle.bot.desk.OwnPeople;
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
    private final OwnPeople own;

    Viewers(Desks desks, TableRights rights, OwnPeople own) {
        this.desks = desks;
        this.rights = rights;
        this.own = own;
    }

    /** Whether somebody may search, and for whom the answer is. */
    sealed interface Asked {
        record For(Viewer viewer) implements Asked {}

        /** Not they, in a desk's channel; with what they are told. */
        record Refused(String why) implements Asked {}

        /** Not there, or not without the right: for them there is no search. */
        record NoSearch() implements Asked {}
    }

    /** Everybody in the channel where a desk's channel is asked, the person themselves in the personal chat. */
    Asked of(Turn turn) {
        if (turn.isPersonal()) {
            return alone(turn).<Asked>map(Asked.For::new).orElseGet(Asked.NoSearch::new);
        }
        return desks.all().stream()
                .filter(desk -> desk.conversation().equals(turn.address().conversation()))
                .map(Desk::id)
                .findFirst()
                .map(desk -> own.refusal(turn)
                        .<Asked>map(Asked.Refused::new)
                        .orElseGet(() -> new Asked.For(new Viewer.Channel(desk, turn.person()))))
                .orElseGet(Asked.NoSearch::new);
    }

    /** The person themselves, wherever they ask; empty without the right. */
    Optional<Viewer> alone(Turn turn) {
        return rights.may(turn, RIGHT) ? Optional.of(new Viewer.Alone(turn.person())) : Optional.empty();
    }
}
