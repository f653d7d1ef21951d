package io.beadle.bot.people;

import io.beadle.bot.desk.DeskConsent;
import io.beadle.bot.turn.Turn;
import io.beadle.content.Messages;
import io.beadle.people.Administrators;
import io.beadle.people.Consents;
import io.beadle.people.Proposal;
import io.beadle.people.ProposedChange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A change of a desk goes the way of a change of roles: a second administrator consents. */
@Component
class AskedForADesk implements DeskConsent {
    private final Administrators administrators;
    private final Consents consents;
    private final ConsentNotices notices;
    private final Messages messages;
    private final InstantSource clock;

    AskedForADesk(
            Administrators administrators,
            Consents consents,
            ConsentNotices notices,
            Messages messages,
            InstantSource clock) {
        this.administrators = administrators;
        this.consents = consents;
        this.notices = notices;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String ask(ProposedChange.MoveDesk move, Turn turn) {
        if (!administrators.areTwo()) {
            return messages.text("desk.lonely");
        }
        Instant now = clock.instant();
        Optional<Proposal> waiting = consents.waiting(move);
        Proposal proposal = waiting.orElseGet(() -> consents.propose(turn.person(), move, now));
        return messages.text("desk.proposed", notices.ask(proposal, turn, now));
    }
}
