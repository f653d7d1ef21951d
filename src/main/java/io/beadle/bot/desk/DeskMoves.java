package io.beadle.bot.desk;

import io.beadle.card.Markdown;
import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.OutboxRelay;
import io.beadle.people.Person;
import io.beadle.people.ProposedChange;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.Conversations.Member;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes another channel the desk, and tells the old one (G12). */
@Component
public final class DeskMoves {
    private static final Logger log = LoggerFactory.getLogger(DeskMoves.class);

    private final Desks desks;
    private final DeskGuard guard;
    private final Optional<MembersWithoutRole> roles;
    private final Conversations conversations;
    private final ConversationReferences references;
    private final OutboxRelay relay;
    private final WrittenTime times;
    private final Messages messages;
    private final InstantSource clock;

    /** Takes no {@code roles} while there are none. */
    DeskMoves(
            Desks desks,
            DeskGuard guard,
            Optional<MembersWithoutRole> roles,
            Conversations conversations,
            ConversationReferences references,
            OutboxRelay relay,
            WrittenTime times,
            Messages messages,
            InstantSource clock) {
        this.desks = desks;
        this.guard = guard;
        this.roles = roles;
        this.conversations = conversations;
        this.references = references;
        this.relay = relay;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the channel is told. */
    String move(ProposedChange.MoveDesk move, Person by, List<Member> members) {
        Optional<Desk> old = desks.find(move.desk());
        desks.set(Desk.of(move.desk(), move.conversation(), move.team(), by, clock.instant()));
        log.info("desk set desk={} person={}", move.desk(), by.id());
        relay.wake();
        old.filter(desk -> !desk.conversation().equals(move.conversation()))
                .flatMap(desk -> references.find(desk.conversation()))
                .ifPresent(address -> tell(
                        address,
                        messages.text("desk.moved", Markdown.escape(by.name()), times.inFull(clock.instant()))));
        String set = move.desk().equals(Desk.MAIN)
                ? messages.text("desk.set")
                : messages.text("desk.set.named", Markdown.escape(move.title()));
        int roleless = roles.map(counted -> counted.among(members)).orElse(0);
        return roleless == 0 ? set : set + " " + messages.text("desk.set.roleless", roleless, members.size());
    }

    /**
     * The same once it was consented to, days later perhaps: who is in the channel is looked at again. Done twice, it is done
     * once.
     *
     * @return false if the channel may not be the desk any more
     */
    public boolean carryOut(ProposedChange.MoveDesk move, Person by) {
        if (desks.find(move.desk())
                .filter(desk -> desk.conversation().equals(move.conversation()) && !desk.isLost())
                .isPresent()) {
            return true;
        }
        Optional<Address> channel = references.find(move.conversation());
        if (channel.isEmpty() || !(guard.look(channel.get()) instanceof DeskGuard.Finding.Fit fit)) {
            return false;
        }
        tell(channel.get(), move(move, by, fit.members()));
        return true;
    }

    /** A channel that cannot be told holds nothing up. */
    private void tell(Address channel, String text) {
        try {
            conversations.post(channel, Message.text(text));
        } catch (DeliveryException e) {
            log.warn("channel not told status={} code={}", e.status(), e.code());
        }
    }
}
