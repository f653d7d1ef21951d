package io.beadle.bot.search;

import io.beadle.bot.desk.InPerson;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.SearchCard;
import io.beadle.content.Messages;
import io.beadle.incident.Incident;
import io.beadle.privacy.AuditLog;
import io.beadle.register.IncidentSearch;
import io.beadle.register.Search;
import io.beadle.register.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Incidents searched for in words, by whoever may open incidents, in their personal chat, or in a desk's channel for all in it.
 * What anybody else writes is read as before: for them there is no search.
 */
@Component
public final class Searching {
    private static final Logger log = LoggerFactory.getLogger(Searching.class);

    private final SearchWords words;
    private final IncidentSearch search;
    private final SearchCard card;
    private final Viewers viewers;
    private final InPerson person;
    private final AuditLog audit;
    private final Messages messages;
    private final ZoneId zone;
    private final InstantSource clock;

    Searching(
            SearchWords words,
            IncidentSearch search,
            SearchCard card,
            Viewers viewers,
            InPerson person,
            AuditLog audit,
            Messages messages,
            ZoneId zone,
            InstantSource clock) {
        this.words = words;
        this.search = search;
        this.card = card;
        this.viewers = viewers;
        this.person = person;
        this.audit = audit;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    /** Answers what is a search by somebody who may search; false for anything else. */
    public boolean said(Turn turn, Chat chat) {
        Instant now = clock.instant();
        Optional<SearchWords.Wanted> wanted = words.read(turn.text(), LocalDate.ofInstant(now, zone));
        if (wanted.isEmpty()) {
            return false;
        }
        return switch (viewers.of(turn)) {
            case Viewers.Asked.For asked -> {
                chat.send(found(wanted.get(), asked.viewer(), now));
                yield true;
            }
            case Viewers.Asked.Refused refused -> {
                chat.send(refused.why());
                yield true;
            }
            case Viewers.Asked.NoSearch none -> false;
        };
    }

    private Card found(SearchWords.Wanted wanted, Viewer viewer, Instant now) {
        return switch (wanted) {
            case SearchWords.Wanted.One one -> one(one.reference(), viewer, now);
            case SearchWords.Wanted.Several several -> list(several.search(), 0, viewer, now);
        };
    }

    /** "More". */
    public Reply more(CardAction.SearchMore more, Turn turn, Chat chat) {
        if (turn.isPersonal()) {
            chat.leaveNoTrace(); // as an incident's own card does not
        }
        Instant now = clock.instant();
        return switch (viewers.of(turn)) {
            case Viewers.Asked.For asked ->
                Search.of(more.search())
                        .<Reply>map(again -> new Reply.Show(list(again, more.page(), asked.viewer(), now)))
                        .orElseGet(() -> new Reply.Tell(messages.text("action.unknown")));
            case Viewers.Asked.Refused refused -> new Reply.Tell(refused.why());
            case Viewers.Asked.NoSearch none -> new Reply.Tell(messages.text("find.right"));
        };
    }

    /** From another card, such as that of a wave. */
    public Reply open(CardAction.OpenSearch open, Turn turn) {
        Optional<Viewer> viewer = viewers.alone(turn);
        if (viewer.isEmpty()) {
            return new Reply.Tell(messages.text("find.right"));
        }
        return Search.of(open.search())
                .map(wanted -> person.open(turn, () -> list(wanted, 0, viewer.get(), clock.instant())))
                .orElseGet(() -> new Reply.Tell(messages.text("action.unknown")));
    }

    private Card one(String reference, Viewer viewer, Instant now) {
        List<Incident> found = search.of(reference, viewer, now).stream().toList();
        audit.add(AuditLog.What.SEARCHED, reference, viewer.person().id(), found(found), now);
        return card.one(reference, found, isAlone(viewer), now);
    }

    private Card list(Search wanted, int page, Viewer viewer, Instant now) {
        List<Incident> found = search.of(wanted, viewer, now);
        audit.add(AuditLog.What.SEARCHED, "", viewer.person().id(), found(found), now);
        log.info("incidents searched found={} alone={}", found.size(), isAlone(viewer));
        return card.of(wanted, found, page, isAlone(viewer), now);
    }

    private static Map<String, String> found(List<Incident> found) {
        return Map.of("found", Integer.toString(found.size()));
    }

    private static boolean isAlone(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Alone alone -> true;
            case Viewer.Channel channel -> false;
        };
    }
}
