package io.beadle.bot.report;

import io.beadle.card.Card;
import io.beadle.card.OfferCard;
import io.beadle.card.ReportCards;
import io.beadle.card.SimpleCards;
import io.beadle.content.Duties;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Severity;
import io.beadle.notification.Desks;
import io.beadle.notification.OutboxRelay;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The dialogue that makes a report: from step to step over the draft, whose every answer is stored before the next card
 * is shown, to the incident. It knows cards and drafts, and nothing of where they are shown.
 */
@Component
final class ReportDialogue {
    private static final Logger log = LoggerFactory.getLogger(ReportDialogue.class);

    private final Drafts drafts;
    private final Incidents incidents;
    private final ReportTypes types;
    private final Reports reports;
    private final AnswerRules rules;
    private final ReportCards cards;
    private final SimpleCards simple;
    private final OfferCard offers;
    private final Desks desks;
    private final OutboxRelay relay;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Duration reminder;

    ReportDialogue(
            Drafts drafts,
            Incidents incidents,
            ReportTypes types,
            Reports reports,
            AnswerRules rules,
            ReportCards cards,
            SimpleCards simple,
            OfferCard offers,
            Desks desks,
            OutboxRelay relay,
            InstantSource clock,
            ZoneId zone,
            Duties duties) {
        this.drafts = drafts;
        this.incidents = incidents;
        this.types = types;
        this.reports = reports;
        this.rules = rules;
        this.cards = cards;
        this.simple = simple;
        this.offers = offers;
        this.desks = desks;
        this.relay = relay;
        this.clock = clock;
        this.zone = zone;
        this.reminder = duties.missingFacts().untilReminder();
    }

    /** The person's open draft, if they have one that can be gone on with: not sent, and of a type there still is. */
    Optional<Draft> open(Person person) {
        return drafts.openOf(person.id()).filter(draft -> {
            boolean ended = types.find(draft.type()).isEmpty()
                    || incidents.madeFrom(draft.id()).isPresent();
            if (ended) {
                drafts.delete(draft.id());
            }
            return !ended;
        });
    }

    /** A new draft, or the open one if another device began it a moment ago. */
    Draft begin(Person person, ReportType type, Map<String, String> said) {
        return drafts.begin(Draft.begin(UUID.randomUUID().toString(), person, type.id(), said, clock.instant()));
    }

    /** The same, of which nothing more is asked until the person says that they want to report. */
    Draft offer(Person person, ReportType type, Map<String, String> said) {
        Instant now = clock.instant();
        return drafts.begin(Draft.begin(UUID.randomUUID().toString(), person, type.id(), said, now)
                .at(Draft.OFFERED, now));
    }

    /** The person wants to report what was offered. */
    Draft accept(Draft draft) {
        return change(draft, d -> d.isOffered() ? d.at(0, clock.instant()) : d).orElse(draft);
    }

    /** Offers the draft as of any of these types. */
    Card offered(Draft draft, List<ReportType> types) {
        return offers.of(draft, types);
    }

    /** The draft's card as it is now: a step, or the review; the choice of a type if its own is gone. */
    Card card(Draft draft) {
        return card(draft, false);
    }

    /** The same, saying that it is gone on with although another report was asked for. */
    Card resumed(Draft draft) {
        return card(draft, true);
    }

    private Card card(Draft draft, boolean resumed) {
        return types.find(draft.type()).map(type -> card(draft, type, resumed)).orElseGet(simple::chooseType);
    }

    /** Stores a step's answers and goes on, if they will do; else the same step again with what is wrong. */
    Card next(Person person, String id, int step, Map<String, String> answers) {
        return with(person, id, (draft, type) -> {
            Instant now = clock.instant();
            int shown = Math.clamp(step, 0, type.steps().size() - 1);
            ReportType.Step asked = type.steps().get(shown);
            UnaryOperator<Draft> answer = d -> {
                Draft answered = d.answered(AnswerRules.ofStep(asked, answers), now);
                boolean good = rules.problems(asked, answered.answers(), now).isEmpty();
                return answered.at(good ? after(shown, type, answered, now) : shown, now);
            };
            return change(draft, answer).map(stored -> {
                Map<String, String> problems = rules.problems(asked, stored.answers(), now);
                return problems.isEmpty() ? card(stored, type, false) : cards.step(stored, type, problems, false, now);
            });
        });
    }

    /** Shows the step before. What was typed on the one left is stored as it is; it is checked when it is gone on from. */
    Card back(Person person, String id, int step, Map<String, String> answers) {
        return with(person, id, (draft, type) -> {
            int left = Math.clamp(step, 0, type.steps().size());
            int before = left - 1;
            while (before > 0 && !type.steps().get(before).isAsked(draft.answers())) {
                before--;
            }
            int shown = Math.max(before, 0);
            Instant now = clock.instant();
            return change(
                            draft,
                            d -> d.answered(typed(type, left, answers, d), now).at(shown, now))
                    .map(stored -> card(stored, type, false));
        });
    }

    /** A field left empty that never held anything was not answered yet, and its step not seen to. */
    private static Map<String, String> typed(ReportType type, int step, Map<String, String> answers, Draft draft) {
        if (step >= type.steps().size()) {
            return Map.of();
        }
        Map<String, String> typed =
                new LinkedHashMap<>(AnswerRules.ofStep(type.steps().get(step), answers));
        typed.entrySet()
                .removeIf(answer ->
                        answer.getValue().isEmpty() && !draft.answers().containsKey(answer.getKey()));
        return typed;
    }

    Card edit(Person person, String id, int step) {
        return with(
                person,
                id,
                (draft, type) ->
                        show(draft, type, Math.clamp(step, 0, type.steps().size() - 1)));
    }

    /** As {@link #send(Person, ReporterChat, String)}, for somebody who is told nothing afterwards. */
    Card send(Person person, String id) {
        return send(person, null, id);
    }

    /**
     * Makes the incident, once however often it is asked, and gives the receipt; or the step that will not do.
     *
     * @param chat where the reporter is told what becomes of it, null for nowhere
     */
    Card send(Person person, @Nullable ReporterChat chat, String id) {
        return with(person, id, (draft, type) -> {
            Instant now = clock.instant();
            for (int i = 0; i < type.steps().size(); i++) {
                int step = i;
                Map<String, String> problems = rules.problems(type.steps().get(i), draft.answers(), now);
                if (!problems.isEmpty()) {
                    return change(draft, d -> d.at(step, now)).map(d -> cards.step(d, type, problems, false, now));
                }
            }
            Report report = reports.of(draft, type, now);
            Severity severity = reports.severity(report, type);
            UnaryOperator<Incident> told = made -> chat == null ? made : made.toldTo(chat);
            Incident incident = incidents.report(
                    id,
                    now.atZone(zone).getYear(),
                    reference -> told.apply(Incident.reported(
                                    reference, id, report, severity, Reports.timeToAcknowledge(type, severity))
                            .flagged(type.flags())
                            .lacking(LaterAnswers.missing(type, report.values()), now.plus(reminder))));
            drafts.delete(id);
            relay.wake();
            if (!isDeskSet()) {
                log.warn("report waits for a desk to be set incident={}", incident.reference());
            }
            return Optional.of(receipt(incident));
        });
    }

    Card cancel(Person person, String id) {
        return with(person, id, (draft, type) -> {
            drafts.delete(id);
            return Optional.of(simple.cancelled(type.id()));
        });
    }

    /** The next step still to be answered, else the review: a change made from the review leads back to it. */
    private int after(int step, ReportType type, Draft draft, Instant now) {
        int next = step + 1;
        while (next < type.steps().size() && isDone(type.steps().get(next), draft.answers(), now)) {
            next++;
        }
        return next;
    }

    private boolean isDone(ReportType.Step step, Map<String, String> answers, Instant now) {
        boolean seen = !AnswerRules.ofStep(step, answers).isEmpty();
        return !step.isAsked(answers)
                || (seen && rules.problems(step, answers, now).isEmpty());
    }

    private Card card(Draft draft, ReportType type, boolean resumed) {
        if (draft.isOffered()) {
            return offers.of(draft, List.of(type));
        }
        return draft.step() < type.steps().size()
                ? cards.step(draft, type, Map.of(), resumed, clock.instant())
                : cards.review(draft, type, reports.answers(draft, type), resumed);
    }

    private Optional<Card> show(Draft draft, ReportType type, int step) {
        return change(draft, d -> d.at(step, clock.instant())).map(stored -> card(stored, type, false));
    }

    private Card receipt(Incident incident) {
        Optional<ReportType> type = types.find(incident.report().type());
        boolean danger = incident.report().answers().stream()
                .anyMatch(answer -> type.flatMap(t -> t.question(answer.question()))
                        .filter(question -> question.danger().contains(answer.value()))
                        .isPresent());
        boolean alerts = incident.deskPost() != null || isDeskSet();
        List<ReportType.Advice> advice =
                type.map(t -> t.advice(incident.report().values())).orElse(List.of());
        return cards.receipt(incident, advice, danger, alerts);
    }

    private boolean isDeskSet() {
        return desks.current().isPresent();
    }

    /**
     * Acts on the person's own draft. One sent already gives its receipt again, one that is gone says so, and so does one
     * that ends on another device meanwhile, for which the action's card is empty.
     */
    private Card with(Person person, String id, BiFunction<Draft, ReportType, Optional<Card>> action) {
        // the draft is read first: one just sent is deleted only once its incident is there to be found
        Optional<Draft> draft = drafts.find(id).filter(d -> d.reporter().is(person));
        Optional<Card> sent = sent(person, id);
        if (sent.isPresent()) {
            drafts.delete(id);
            return sent.get();
        }
        if (draft.isEmpty()) {
            return simple.gone();
        }
        return types.find(draft.get().type())
                .map(type -> action.apply(draft.get(), type)
                        .or(() -> sent(person, id))
                        .orElseGet(simple::gone))
                .orElseGet(simple::chooseType);
    }

    private Optional<Card> sent(Person person, String id) {
        return incidents
                .madeFrom(id)
                .filter(incident -> incident.report().reporter().is(person))
                .map(this::receipt);
    }

    /** Stores the change of a draft, over one that another device made meanwhile; empty if the draft ended there. */
    private Optional<Draft> change(Draft draft, UnaryOperator<Draft> change) {
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
    Optional<Draft> shown(Draft draft, String conversation, String card) {
        AtomicReference<Draft> before = new AtomicReference<>(draft);
        return change(draft, d -> {
                    before.set(d);
                    return d.shownIn(conversation, card);
                })
                .map(stored -> before.get());
    }
}
