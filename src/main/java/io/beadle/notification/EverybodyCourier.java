package io.beadle.notification;

import io.beadle.card.Card;
import io.beadle.card.WarningCard;
import io.beadle.incident.Act;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Confidence;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Ledger;
import io.beadle.incident.OutboxMessage;
import io.beadle.incident.Warning;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A released warning to everybody who has a personal chat with Beadle (G28): a notice each, some at a time, and a count on the
 * incident. Nobody is told of a restricted incident, nor whom it may be about (G10).
 */
@Component
final class EverybodyCourier implements Courier {
    /** So many are told at a time, and the next so many so long after: a third of what Teams takes of one app. */
    static final int SLICE = 100;

    static final Duration BETWEEN = Duration.ofSeconds(10);

    private static final Duration COUNTED_EVERY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(EverybodyCourier.class);

    private final Incidents incidents;
    private final ConversationReferences references;
    private final Notices notices;
    private final Confidence confidence;
    private final WarningCard card;
    private final InstantSource clock;

    EverybodyCourier(
            Incidents incidents,
            ConversationReferences references,
            Notices notices,
            Confidence confidence,
            WarningCard card,
            InstantSource clock) {
        this.incidents = incidents;
        this.references = references;
        this.notices = notices;
        this.confidence = confidence;
        this.card = card;
        this.clock = clock;
    }

    @Override
    public OutboxMessage.Kind kind() {
        return OutboxMessage.Kind.EVERYBODY;
    }

    @Override
    public Optional<Place> place(Incident incident, OutboxMessage message) {
        return Optional.empty();
    }

    /** Puts the notices, all of them or, after a crash, those still lacking; from then on it counts. */
    @Override
    public void tell(Claimed claimed) {
        Incident incident = claimed.incident();
        Instant now = clock.instant();
        Optional<Delivery> line = new Ledger(incident).line(claimed.message());
        Optional<Act> words = line.flatMap(found -> Warning.of(found, incident));
        if (line.isEmpty() || words.isEmpty()) {
            incidents.change(incident.reference(), i -> i.told(claimed.message(), claimed.claim(), now));
            return;
        }
        String prefix = "warning-" + incident.reference() + '-' + words.get().key() + '-';
        boolean secret = new CaseFile(incident).isRestricted();
        if (secret) {
            log.warn("warning to everybody stopped {} withdrawn={}", claimed, notices.deleteWaiting(prefix));
        }
        int of = Warning.Count.on(line.get())
                .map(Warning.Count::of)
                .orElseGet(() -> secret ? 0 : put(prefix, incident, words.get(), now));
        Notices.Tally tally = notices.tally(prefix);
        boolean over = tally.waiting() == 0 || !now.isBefore(line.get().at().plus(Warning.WAITED));
        Warning.Count count = new Warning.Count((int) tally.told(), of, over);
        incidents.change(
                incident.reference(),
                i -> count.on(i, claimed.message(), claimed.claim(), now.plus(COUNTED_EVERY), now));
    }

    /** How many are to be told. */
    private int put(String prefix, Incident incident, Act words, Instant now) {
        Set<String> excluded = confidence.excluded(incident, now);
        // an account that may be in other hands is told nothing (G5)
        Set<String> held = incidents.heldAccounts();
        Card shown = card.of(incident, words);
        Message message = Message.card(shown.json(), shown.summary());
        int put = 0;
        List<Address> page = references.personalAfter("", SLICE);
        while (!page.isEmpty()) {
            for (Address chat : page) {
                String member = chat.person();
                if (member != null && mayBeTold(chat, excluded, held)) {
                    Instant due = now.plus(BETWEEN.multipliedBy(put / SLICE));
                    notices.insert(
                            Notice.toPerson(prefix + digest(member), new Notice.To.OneOfMany(member), message, due));
                    put++;
                }
            }
            page = references.personalAfter(page.getLast().conversation(), SLICE);
        }
        log.info("warning to everybody put incident={} people={}", incident.reference(), put);
        return put;
    }

    /** Where somebody must not be told, nobody is of whom Beadle knows too little to tell that they are not the one. */
    private static boolean mayBeTold(Address chat, Set<String> excluded, Set<String> held) {
        String id = chat.objectId();
        Set<String> known = Stream.of(Optional.ofNullable(id), Optional.ofNullable(chat.person()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return Collections.disjoint(known, held)
                && Collections.disjoint(known, excluded)
                && (excluded.isEmpty() || id != null);
    }

    /** The key says nothing of who it is. */
    private static UUID digest(String member) {
        return UUID.nameUUIDFromBytes(member.getBytes(StandardCharsets.UTF_8));
    }
}
