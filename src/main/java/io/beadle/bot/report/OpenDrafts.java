package io.beadle.bot.report;

import io.beadle.card.TypedText;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incidents;
import io.beadle.incident.OnBehalfOf;
import io.beadle.notification.Notices;
import io.beadle.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The reports that people have under way: begun, changed by several devices at once, and ended with all that waits for them. */
@Component
final class OpenDrafts {
    private final Drafts drafts;
    private final Incidents incidents;
    private final Notices notices;
    private final ReportTypes types;
    private final InstantSource clock;

    OpenDrafts(Drafts drafts, Incidents incidents, Notices notices, ReportTypes types, InstantSource clock) {
        this.drafts = drafts;
        this.incidents = incidents;
        this.notices = notices;
        this.types = types;
        this.clock = clock;
    }

    /** The person's open draft, if they have one that can be gone on with: not sent, and of a type there still is. */
    Optional<Draft> of(Person person) {
        return drafts.openOf(person.id()).filter(draft -> {
            boolean untyped =
                    draft.type().isEmpty() && (draft.asked() != null || draft.onBehalfOf() != null || draft.isDrill());
            boolean ended = (!untyped && types.find(draft.type()).isEmpty())
                    || incidents.madeFrom(draft.id()).isPresent();
            if (ended) {
                end(draft.id());
            }
            return !ended;
        });
    }

    /** The person's own draft of that id. */
    Optional<Draft> find(Person person, String id) {
        return drafts.find(id).filter(draft -> draft.reporter().is(person));
    }

    /** A new draft, or the open one if another device began it a moment ago. */
    Draft begin(Person person, ReportType type, Map<String, String> said) {
        Instant now = clock.instant();
        return drafts.begin(Draft.begin(UUID.randomUUID().toString(), person, type.id(), said(type, said, now), now));
    }

    /** The same, of which nothing more is asked until the person says that they want to report. */
    Draft offer(Person person, ReportType type, Map<String, String> said) {
        Instant now = clock.instant();
        return drafts.begin(Draft.begin(UUID.randomUUID().toString(), person, type.id(), said(type, said, now), now)
                .at(Draft.OFFERED, now));
    }

    /** The person wants to report what was offered. */
    Draft accept(Draft draft) {
        return draft.isOffered() ? change(draft, d -> d.at(0, clock.instant())).orElse(draft) : draft;
    }

    /** The same before it is known of which type, to be asked in words. */
    Draft beginUntyped(Person person, String asked) {
        Instant now = clock.instant();
        return drafts.begin(Draft.begin(UUID.randomUUID().toString(), person, "", Map.of(), now)
                .asking(asked, now));
    }

    /** The same before its type is known, written down for somebody else. */
    Draft beginFor(Person person, OnBehalfOf teller) {
        Instant now = clock.instant();
        return drafts.begin(Draft.begin(UUID.randomUUID().toString(), person, "", Map.of(), now)
                .onBehalfOf(teller));
    }

    /** A drill, before its type is known. */
    Draft beginDrill(Person person) {
        Instant now = clock.instant();
        return drafts.begin(Draft.begin(UUID.randomUUID().toString(), person, "", Map.of(), now)
                .drill());
    }

    /** The draft, of this type if it had none yet; whoever told of it is whom we ring. */
    Draft typed(Draft draft, ReportType type, Map<String, String> said) {
        if (!draft.type().isEmpty()) {
            return draft;
        }
        Instant now = clock.instant();
        Map<String, String> all = new HashMap<>(said);
        OnBehalfOf teller = draft.onBehalfOf();
        if (teller != null) {
            all.put(AnswerRules.CONTACT, teller.number());
        }
        return change(draft, d -> d.of(type.id(), said(type, all, now), now)).orElse(draft);
    }

    /** An anonymous report, found by nobody without its token; the one begun before if it was pressed twice. */
    Draft begin(AnonymousToken token, ReportType type) {
        return drafts.begin(Draft.begin(token.id(), token.holder(), type.id(), Map.of(), clock.instant()));
    }

    /** The same report as an anonymous one, without how to reach its reporter. */
    Draft withoutName(AnonymousToken token, Draft named) {
        Instant now = clock.instant();
        Map<String, String> answers = new LinkedHashMap<>(named.answers());
        answers.keySet().removeAll(Set.of(AnswerRules.CONTACT, Draft.NAMING));
        return drafts.begin(Draft.begin(token.id(), token.holder(), named.type(), answers, now)
                .confirmed(answers.keySet())
                .at(Math.max(named.step(), 0), now));
    }

    /** What the draft's report asks; how to ring somebody is not asked of who gives no name (G8). */
    Optional<ReportType> typeOf(Draft draft) {
        Optional<ReportType> type = types.find(draft.type());
        return AnonymousToken.of(draft.id()).isPresent() ? type.map(t -> t.without(AnswerRules.CONTACT)) : type;
    }

    /** What was said in a message, as answers to the type's questions; nothing else, and nothing empty. */
    static Map<String, String> said(ReportType type, Map<String, String> said, Instant now) {
        Map<String, String> typed = new HashMap<>(said);
        typed.replaceAll((key, value) -> TypedText.of(value));
        Map<String, String> answers = AnswerRules.kept(type.questions().toList(), typed, Map.of(), now);
        answers.values().removeIf(String::isEmpty);
        return answers;
    }

    /** Stores the change of a draft, over one that another device made meanwhile; empty if the draft ended there. */
    Optional<Draft> change(Draft draft, UnaryOperator<Draft> change) {
        Optional<Draft> read = Optional.of(draft);
        while (read.isPresent()) {
            Optional<Draft> stored = drafts.replace(change.apply(read.get()));
            if (stored.isPresent()) {
                return stored;
            }
            read = drafts.find(draft.id());
        }
        return read;
    }

    /**
     * Remembers where the draft's card stands, so that it can be kept in step with other devices.
     *
     * @return the draft with its card where it stood before, empty if the draft ended meanwhile
     */
    Optional<Draft> shown(Draft draft, Draft.Place place) {
        AtomicReference<Draft> before = new AtomicReference<>(draft);
        return change(draft, d -> {
                    before.set(d);
                    return d.shownIn(place);
                })
                .map(stored -> before.get());
    }

    /** Deletes the draft, and what its reporter was still to be told of it. */
    void end(String id) {
        drafts.delete(id);
        notices.delete(nudge(id));
        notices.delete(expiry(id));
    }

    /** The key of the notice that a draft waits to be sent. */
    static String nudge(String id) {
        return "draft-" + id + "-nudge";
    }

    /** The key of the notice that a draft will be deleted. */
    static String expiry(String id) {
        return "draft-" + id + "-expiry";
    }
}
