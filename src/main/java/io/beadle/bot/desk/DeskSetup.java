package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.SimpleCards;
import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.content.Routes.NamedDesk;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Administrators;
import io.beadle.people.ProposedChange;
import io.beadle.teams.Address;
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

/** "@Beadle desk", "@Beadle desk low": makes the channel one that receives alerts (G12). */
@Component
public final class DeskSetup {
    private static final Logger log = LoggerFactory.getLogger(DeskSetup.class);

    private final Administrators administrators;
    private final Desks desks;
    private final DeskNames names;
    private final DeskGuard guard;
    private final Conversations conversations;
    private final DeskMoves moves;
    private final DeskConsent consent;
    private final SimpleCards cards;
    private final WrittenTime times;
    private final Messages messages;
    private final InstantSource clock;

    DeskSetup(
            Administrators administrators,
            Desks desks,
            DeskNames names,
            DeskGuard guard,
            Conversations conversations,
            DeskMoves moves,
            DeskConsent consent,
            SimpleCards cards,
            WrittenTime times,
            Messages messages,
            InstantSource clock) {
        this.administrators = administrators;
        this.desks = desks;
        this.names = names;
        this.guard = guard;
        this.conversations = conversations;
        this.moves = moves;
        this.consent = consent;
        this.cards = cards;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Makes this channel the desk of that name, once a test card got through and its members are known to be the council's
     * own; the old desk stays as it is if not.
     *
     * @return false if what was said names no desk, and was not said in a channel: then it was about something else
     */
    public boolean set(Intent.SetDesk intent, Turn turn, Chat chat) {
        Optional<DeskNames.Chosen> chosen = names.read(intent.words());
        switch (turn.address().scope()) {
            case PERSONAL -> chosen.ifPresent(desk -> chat.send(messages.text("desk.personal")));
            case GROUP -> chosen.ifPresent(desk -> chat.send(messages.text("desk.group")));
            case CHANNEL -> {
                chat.send(chosen.map(desk -> set(desk.desk(), desk.code(), turn))
                        .orElseGet(() -> messages.text("desk.unknown", names.all())));
                return true;
            }
        }
        return chosen.isPresent();
    }

    /** What became of it, in words. */
    private String set(NamedDesk named, String code, Turn turn) {
        Address here = turn.address();
        Optional<Desk> old = desks.find(named.id());
        if (old.filter(desk -> desk.conversation().equals(here.conversation()) && !desk.isLost())
                .isPresent()) {
            return messages.text("desk.already");
        }
        if (!administrators.mayAppoint(turn.person(), code)) {
            log.warn("desk refused person={}", turn.person().id());
            return refused();
        }
        Optional<String> noTestCard = postTestCard(turn);
        if (noTestCard.isPresent()) {
            return noTestCard.get();
        }
        return switch (guard.look(here)) {
            case DeskGuard.Finding.Fit fit -> appoint(named, old, fit.members(), turn, code);
            case DeskGuard.Finding.Outsiders found -> {
                log.warn("desk unchanged guests={} ofOthers={}", found.guests(), found.ofOthers());
                yield messages.text("desk.outsiders", found.guests(), found.ofOthers());
            }
            case DeskGuard.Finding.TooMany found -> {
                log.warn("desk unchanged membersOver={}", found.most());
                yield messages.text("desk.many", found.most());
            }
            case DeskGuard.Finding.Unread found -> {
                log.warn("desk unchanged roster={}", found.why());
                yield messages.text("desk.unread", found.why());
            }
        };
    }

    /** The first desk of all, and one that takes the place of a lost one, one administrator chooses; any other takes two (G12). */
    private String appoint(NamedDesk named, Optional<Desk> old, List<Member> members, Turn turn, String code) {
        Address here = turn.address();
        ProposedChange.MoveDesk move =
                new ProposedChange.MoveDesk(named.id(), named.title(), here.conversation(), here.team());
        boolean takesTwo = !administrators.actAlone()
                && !desks.all().isEmpty()
                && old.filter(Desk::isLost).isEmpty();
        if (takesTwo) {
            return administrators.include(turn.person()) ? consent.ask(move, turn) : refused();
        }
        return administrators.appoint(turn.person(), code) ? moves.move(move, turn.person(), members) : refused();
    }

    private String refused() {
        return messages.text(administrators.takeCode() ? "desk.refused.code" : "desk.refused");
    }

    /** Why it did not get through, or nothing. */
    private Optional<String> postTestCard(Turn turn) {
        Card test = cards.deskTest(turn.person().name(), times.inFull(clock.instant()));
        try {
            conversations.post(turn.address(), Message.card(test.json(), messages.text("desk.test.summary")));
            return Optional.empty();
        } catch (DeliveryException e) {
            log.warn("desk unchanged, test card refused status={} code={}", e.status(), e.code());
            return Optional.of(messages.text("desk.failed", DeskGuard.why(e)));
        }
    }
}
