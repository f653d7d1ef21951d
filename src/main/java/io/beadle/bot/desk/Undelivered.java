package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.UndeliveredCard;
import io.beadle.content.Messages;
import io.beadle.incident.Confidence;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Ledger;
import io.beadle.incident.OutboxMessage;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.people.Administrators;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * "@Beadle undelivered": who could not be told of an incident for a day, what else was tried in vain, and "Send again". For administrators and those who
 * may assign, in their own chat; a restricted incident is on the list of those only who know of it (G10).
 */
@Component
public final class Undelivered {
    private static final Duration OVERDUE = Duration.ofDays(1);
    private static final int LOOKED_AT = 100;
    private static final Logger log = LoggerFactory.getLogger(Undelivered.class);

    private final Incidents incidents;
    private final Notices notices;
    private final Administrators administrators;
    private final RoleHolders holders;
    private final Confidence confidence;
    private final HeldAccounts held;
    private final UndeliveredCard card;
    private final Messages messages;
    private final InstantSource clock;

    Undelivered(
            Incidents incidents,
            Notices notices,
            Administrators administrators,
            RoleHolders holders,
            Confidence confidence,
            HeldAccounts held,
            UndeliveredCard card,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.notices = notices;
        this.administrators = administrators;
        this.holders = holders;
        this.confidence = confidence;
        this.held = held;
        this.card = card;
        this.messages = messages;
        this.clock = clock;
    }

    public void show(Turn turn, Chat chat) {
        Instant now = clock.instant();
        Optional<String> refusal = refusal(turn, now);
        if (refusal.isPresent()) {
            chat.send(messages.text(refusal.get()));
        } else {
            chat.send(list(turn.person(), null, now));
        }
    }

    /** Each of them is sent at once, by the first of the ways again. */
    public Reply again(CardAction.TellAgain action, Turn turn) {
        Instant now = clock.instant();
        Optional<String> refusal = refusal(turn, now);
        if (refusal.isPresent()) {
            return new Reply.Tell(messages.text(refusal.get()));
        }
        if (action.incident().equals(UndeliveredCard.NOTICES)) {
            notices.stuck(OutboxMessage.STUCK, LOOKED_AT)
                    .forEach(stuck -> notices.change(stuck.key(), notice -> notice.again(now)));
            log.info("sent again notices person={}", turn.person().id());
            return new Reply.Show(list(turn.person(), messages.text("undelivered.notices.sent"), now));
        }
        boolean known = incidents
                .find(action.incident())
                .filter(incident -> confidence.mayKnow(turn.person(), incident, now))
                .isPresent();
        if (!known) {
            return new Reply.Tell(messages.text("alert.unknown"));
        }
        incidents.change(
                action.incident(),
                incident -> new Ledger(incident).again(now.minus(OVERDUE), now).sentAgain(now));
        log.info(
                "sent again incident={} person={}",
                action.incident(),
                turn.person().id());
        return new Reply.Show(list(turn.person(), messages.text("undelivered.sent", action.incident()), now));
    }

    private Optional<String> refusal(Turn turn, Instant now) {
        if (!turn.isPersonal()) {
            return Optional.of("undelivered.private");
        }
        if (held.has(turn.person())) {
            return Optional.of("desk.held");
        }
        return administrators.mayAppoint(turn.person(), "") || holders.may(turn.person(), "assign", false, now)
                ? Optional.empty()
                : Optional.of("undelivered.refused");
    }

    /** What was just sent again is still on its way. */
    private Card list(Person person, @Nullable String notice, Instant now) {
        Instant before = now.minus(OVERDUE);
        SequencedMap<Incident, List<Delivery>> untold = new LinkedHashMap<>();
        Stream.concat(
                        incidents.stuck(OutboxMessage.STUCK, LOOKED_AT).stream(),
                        incidents.undelivered(before, LOOKED_AT).stream()
                                .filter(incident -> incident.outbox().stream().noneMatch(OutboxMessage::isStuck)))
                .filter(incident -> confidence.mayKnow(person, incident, now))
                .limit(UndeliveredCard.MOST)
                .forEach(incident -> untold.put(incident, new Ledger(incident).undelivered(before)));
        List<Notice> stuck = notices.stuck(OutboxMessage.STUCK, LOOKED_AT);
        long desk = stuck.stream().filter(Notice::isForDesk).count();
        return card.of(untold, desk, stuck.size() - desk, notice);
    }
}
