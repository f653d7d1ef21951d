package io.beadle.bot.desk;

import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.CaseCards;
import io.beadle.card.MyReportCards;
import io.beadle.card.Saying;
import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.incident.DeskPost;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Said;
import io.beadle.notification.OutboxRelay;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What an officer does about an incident beyond acknowledging it. The words of a report are shown in the officer's personal
 * chat alone (G11), to whoever has a role that may; while nobody is nominated, to whoever is in the desk's channel.
 */
@Component
public final class Cases {
    private static final Logger log = LoggerFactory.getLogger(Cases.class);

    private final Incidents incidents;
    private final DeskRights rights;
    private final DeskMembers members;
    private final HeldAccounts held;
    private final Conversations conversations;
    private final CaseCards cards;
    private final Duties duties;
    private final OutboxRelay relay;
    private final Messages messages;
    private final InstantSource clock;

    Cases(
            Incidents incidents,
            DeskRights rights,
            DeskMembers members,
            HeldAccounts held,
            Conversations conversations,
            CaseCards cards,
            Duties duties,
            OutboxRelay relay,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.rights = rights;
        this.members = members;
        this.held = held;
        this.conversations = conversations;
        this.cards = cards;
        this.duties = duties;
        this.relay = relay;
        this.messages = messages;
        this.clock = clock;
    }

    /** A button of the alert card, or of the incident's card in an officer's personal chat. */
    public Reply act(CardAction.OfCase action, Turn turn) {
        Optional<Incident> found = incidents.find(action.incident());
        Instant now = clock.instant();
        Optional<String> refusal =
                refusal(action, turn, found.map(Incident::deskPost).orElse(null), now);
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        if (found.isEmpty()) {
            return told("alert.unknown");
        }
        Incident incident = found.get();
        if (!turn.isPersonal()) {
            return rights.standsHere(incident.deskPost(), turn) ? open(incident, turn) : told("alert.elsewhere");
        }
        return switch (action) {
            case CardAction.OpenCase open -> show(incident, null);
            case CardAction.WriteCase write -> write(incident, write, now);
            case CardAction.SayCase say -> say(incident, say, turn, now);
            case CardAction.SessionsRevoked revoked ->
                change(incident, i -> i.confirmAccount(turn.person(), now), "case.revoked.done");
        };
    }

    /** A held account has no rights here (G5). Whether they are in the channel is asked of Teams only where it matters. */
    private Optional<String> refusal(CardAction.OfCase action, Turn turn, @Nullable DeskPost post, Instant now) {
        if (held.has(turn.person())) {
            return Optional.of(messages.text("desk.held"));
        }
        String act = act(action);
        Optional<String> refusal = rights.refusal(turn.person(), act, !turn.isPersonal(), now);
        if (refusal.isEmpty() || rights.refusal(turn.person(), act, true, now).isPresent()) {
            return refusal;
        }
        try {
            return members.has(turn, post) ? Optional.empty() : Optional.of(messages.text("case.refused"));
        } catch (DeliveryException e) {
            log.warn("desk's members unknown status={} code={}", e.status(), e.code());
            return Optional.of(messages.text("case.unsure"));
        }
    }

    private static String act(CardAction.OfCase action) {
        return switch (action) {
            case CardAction.OpenCase open -> "open";
            case CardAction.WriteCase write -> act(write.saying());
            case CardAction.SayCase say -> act(say.saying());
            case CardAction.SessionsRevoked revoked -> "contain";
        };
    }

    private static String act(Saying saying) {
        return switch (saying) {
            case ASK -> "ask";
            case CLOSE -> "close";
            case ADD, CORRECT, FACTS, WITHDRAW, REPLY -> "open";
        };
    }

    /** Nobody else reads along in the personal chat. */
    private Reply open(Incident incident, Turn turn) {
        try {
            Address chat = conversations.personalChat(turn.address(), turn.member());
            Card card = cards.of(incident, null);
            conversations.post(chat, Message.card(card.json(), card.summary()));
            log.info(
                    "incident opened incident={} person={}",
                    incident.reference(),
                    turn.person().id());
            return told("case.opened");
        } catch (DeliveryException e) {
            log.warn("personal chat refused status={} code={}", e.status(), e.code());
            return told("case.unreached");
        }
    }

    private Reply write(Incident incident, CardAction.WriteCase write, Instant now) {
        return switch (write.saying()) {
            case ASK -> new Reply.Show(cards.ask(incident, Map.of(), Map.of(), now));
            case CLOSE -> close(incident, Map.of(), now);
            case ADD, CORRECT, FACTS, WITHDRAW, REPLY -> show(incident, null);
        };
    }

    private Reply close(Incident incident, Map<String, String> problems, Instant now) {
        if (!incident.isOpen()) {
            return show(incident, "case.unchanged");
        }
        return incident.isAcknowledged()
                ? new Reply.Show(cards.close(incident, problems, now))
                : show(incident, "case.close.early");
    }

    private Reply say(Incident incident, CardAction.SayCase say, Turn turn, Instant now) {
        Map<String, String> sent = say.answers();
        return switch (say.saying()) {
            case ASK -> {
                String text = sent.getOrDefault(MyReportCards.TEXT, "");
                Optional<String> problem = problem(text);
                yield problem.isPresent() || say.key().isEmpty()
                        ? new Reply.Show(cards.ask(incident, sent, problems(MyReportCards.TEXT, problem), now))
                        : change(
                                incident,
                                i -> i.say(new Said.Asked(say.key(), text, turn.person()), now),
                                incident.isAnonymous() ? "case.asked.anonymous" : "case.asked");
            }
            case CLOSE -> {
                String outcome = sent.getOrDefault(MyReportCards.CHOSEN, "");
                yield duties.outcome(outcome).isPresent() && incident.isAcknowledged()
                        ? change(incident, i -> i.close(outcome, turn.person(), now), "case.closed")
                        : close(
                                incident,
                                problems(MyReportCards.CHOSEN, Optional.of(messages.text("problem.required"))),
                                now);
            }
            case ADD, CORRECT, FACTS, WITHDRAW, REPLY -> show(incident, null);
        };
    }

    private Optional<String> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of(messages.text("problem.required"));
        }
        return text.length() > MyReportCards.LONGEST
                ? Optional.of(messages.text("problem.long", text.length(), MyReportCards.LONGEST))
                : Optional.empty();
    }

    private static Map<String, String> problems(String field, Optional<String> problem) {
        return problem.map(what -> Map.of(field, what)).orElse(Map.of());
    }

    private Reply change(Incident incident, UnaryOperator<Incident> change, String done) {
        Incident stored = incidents.change(incident.reference(), change).orElse(incident);
        if (stored.version() == incident.version()) {
            return show(stored, "case.unchanged");
        }
        relay.wake();
        log.info("incident changed incident={} what={}", stored.reference(), done);
        return show(stored, done);
    }

    private Reply show(Incident incident, @Nullable String notice) {
        return new Reply.Show(cards.of(incident, notice == null ? null : messages.text(notice)));
    }

    private Reply told(String key) {
        return new Reply.Tell(messages.text(key));
    }
}
