package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.CaseCards;
import io.beadle.content.Messages;
import io.beadle.incident.Confidence;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Readings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * An incident opened by an officer, and what they do about it beyond acknowledging it. Its words are shown in the officer's
 * personal chat alone (G11), to whoever has the right to open it, and each time that is recorded.
 */
@Component
public final class Cases {
    private static final Logger log = LoggerFactory.getLogger(Cases.class);

    private final Incidents incidents;
    private final Readings readings;
    private final DeskRights desks;
    private final CaseRights rights;
    private final CaseSights sights;
    private final CaseActs acts;
    private final List<ActFollowUp> followUps;
    private final InPerson person;
    private final CaseCards cards;
    private final Messages messages;
    private final InstantSource clock;

    Cases(
            Incidents incidents,
            Readings readings,
            DeskRights desks,
            CaseRights rights,
            CaseSights sights,
            CaseActs acts,
            List<ActFollowUp> followUps,
            InPerson person,
            CaseCards cards,
            Messages messages,
            InstantSource clock) {
        this.incidents = incidents;
        this.readings = readings;
        this.desks = desks;
        this.rights = rights;
        this.sights = sights;
        this.acts = acts;
        this.followUps = List.copyOf(followUps);
        this.person = person;
        this.cards = cards;
        this.messages = messages;
        this.clock = clock;
    }

    /** A button of the alert card, or of the incident's card in an officer's personal chat. */
    public Reply act(CardAction.OfCase action, Turn turn, Chat chat) {
        if (turn.isPersonal()) {
            chat.leaveNoTrace(); // the card has the incident's words and times; each form has a key, so none is
            // done twice
        }
        Optional<Incident> found = incidents.find(action.incident());
        if (found.isEmpty()) {
            return told("alert.unknown");
        }
        Incident incident = found.get();
        if (!turn.isPersonal() && !desks.standsHere(incident.deskPost(), turn)) {
            return told("alert.elsewhere");
        }
        CaseRights.Standing standing = rights.of(turn, incident.deskPost(), clock.instant());
        if (!turn.isPersonal()) {
            return standing.refusal(Confidence.OPEN, incident)
                    .<Reply>map(Reply.Tell::new)
                    .orElseGet(() -> person.open(turn, () -> card(incident, 0, null, standing)));
        }
        return switch (action) {
            case CardAction.OpenCase open -> show(incident, 0, null, standing);
            case CardAction.ShowCase show -> show(incident, show.page(), null, standing);
            case CardAction.ChooseAct choose -> after(acts.choose(choose, incident, standing), standing, turn);
            case CardAction.DoAct sent -> after(acts.send(sent, incident, standing), standing, turn);
            case CardAction.SessionsRevoked revoked -> revoke(incident, standing);
        };
    }

    private Reply after(CaseActs.Outcome outcome, CaseRights.Standing standing, Turn turn) {
        return switch (outcome) {
            case CaseActs.Outcome.Answered answered -> answered.reply();
            case CaseActs.Outcome.Done done -> show(done.incident(), 0, done.notice(), standing);
            case CaseActs.Outcome.Recorded recorded -> show(recorded.incident(), 0, notice(recorded, turn), standing);
        };
    }

    private String notice(CaseActs.Outcome.Recorded recorded, Turn turn) {
        Stream<String> more = followUps.stream()
                .flatMap(followUp ->
                        followUp.after(recorded.incident(), recorded.rule(), recorded.act(), turn).stream());
        return Stream.concat(Stream.of(recorded.notice()), more).collect(Collectors.joining(" "));
    }

    /** IT has confirmed that the sessions of the reporter's account are revoked (G5). */
    private Reply revoke(Incident incident, CaseRights.Standing standing) {
        Optional<String> refusal = standing.refusal(CaseRights.CONTAIN, incident);
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        Incident stored = incidents
                .change(incident.reference(), i -> i.confirmAccount(standing.person(), standing.at()))
                .orElse(incident);
        if (stored.version() == incident.version()) {
            return show(stored, 0, messages.text("case.unchanged"), standing);
        }
        log.info("account confirmed incident={}", stored.reference());
        return show(stored, 0, messages.text("case.revoked.done"), standing);
    }

    /** The incident for whoever may open it; who may not is told what became of it, or why not. */
    private Reply show(Incident incident, int page, @Nullable String notice, CaseRights.Standing standing) {
        Optional<String> refusal = standing.refusal(Confidence.OPEN, incident);
        if (refusal.isPresent()) {
            return new Reply.Tell(notice == null ? refusal.get() : notice);
        }
        return new Reply.Show(card(incident, page, notice, standing));
    }

    private Card card(Incident incident, int page, @Nullable String notice, CaseRights.Standing standing) {
        readings.add(
                new Readings.Reading(incident.reference(), standing.person().id(), standing.at()));
        log.info(
                "incident opened incident={} person={}",
                incident.reference(),
                standing.person().id());
        return cards.of(sights.of(incident, standing), page, notice, standing.at());
    }

    private Reply told(String key) {
        return new Reply.Tell(messages.text(key));
    }
}
