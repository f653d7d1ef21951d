package io.beadle.bot.report;

import io.beadle.card.Card;
import io.beadle.card.ReportCards;
import io.beadle.card.SimpleCards;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.notification.OutboxRelay;
import io.beadle.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * The dialogue that makes a report: from step to step over the draft, whose every answer is stored before the next card
 * is shown, to the incident. It knows cards and drafts, and nothing of where they are shown.
 */
@Component
final class ReportDialogue {
    private final Drafts drafts;
    private final Incidents incidents;
    private final ReportTypes types;
    private final Reports reports;
    private final AnswerRules rules;
    private final ReportCards cards;
    private final SimpleCards simple;
    private final OutboxRelay relay;
    private final InstantSource clock;
    private final ZoneId zone;

    ReportDialogue(
            Drafts drafts,
            Incidents incidents,
            ReportTypes types,
            Reports reports,
            AnswerRules rules,
            ReportCards cards,
            SimpleCards simple,
            OutboxRelay relay,
            InstantSource clock,
            ZoneId zone) {
        this.drafts = drafts;
        this.incidents = incidents;
        this.types = types;
        this.reports = reports;
        this.rules = rules;
        this.cards = cards;
        this.simple = simple;
        this.relay = relay;
        this.clock = clock;
        this.zone = zone;
    }

    /** The person's open draft, if they have one that was not sent. */
    Optional<Draft> open(Person person) {
        return drafts.openOf(person.id()).filter(draft -> {
            boolean sent = incidents.madeFrom(draft.id()).isPresent();
            if (sent) {
                drafts.delete(draft.id());
            }
            return !sent;
        });
    }

    /** A new draft, in place of any open one. */
    Draft begin(Person person, ReportType type, Map<String, String> said) {
        return drafts.begin(Draft.begin(UUID.randomUUID().toString(), person, type.id(), said, clock.instant()));
    }

    /** The draft's card as it is now: a step, the review, or word that its type is gone. */
    Card card(Draft draft) {
        return types.find(draft.type()).map(type -> card(draft, type)).orElseGet(simple::chooseType);
    }

    /** Stores a step's answers and goes on, if they will do; else the same step again with what is wrong. */
    Card next(Person person, String id, int step, Map<String, String> answers) {
        return with(person, id, (draft, type) -> {
            Instant now = clock.instant();
            int shown = Math.clamp(step, 0, type.steps().size() - 1);
            Draft answered = change(draft, d -> d.answered(answers, now).at(shown, now));
            Map<String, String> problems = rules.problems(type.steps().get(shown), answered.answers(), now);
            if (!problems.isEmpty()) {
                return cards.step(answered, type, problems, now);
            }
            return card(change(answered, d -> d.at(after(shown, type, d), now)), type);
        });
    }

    Card back(Person person, String id, int step) {
        return with(person, id, (draft, type) -> {
            int before = Math.clamp(step, 0, type.steps().size()) - 1;
            while (before > 0 && !type.steps().get(before).isAsked(draft.answers())) {
                before--;
            }
            int shown = Math.max(before, 0);
            return card(change(draft, d -> d.at(shown, clock.instant())), type);
        });
    }

    Card edit(Person person, String id, int step) {
        return with(person, id, (draft, type) -> {
            int shown = Math.clamp(step, 0, type.steps().size() - 1);
            return card(change(draft, d -> d.at(shown, clock.instant())), type);
        });
    }

    /** Makes the incident, once however often it is asked, and gives the receipt; or the step that will not do. */
    Card send(Person person, String id) {
        return with(person, id, (draft, type) -> {
            Instant now = clock.instant();
            for (int i = 0; i < type.steps().size(); i++) {
                int step = i;
                Map<String, String> problems = rules.problems(type.steps().get(i), draft.answers(), now);
                if (!problems.isEmpty()) {
                    return cards.step(change(draft, d -> d.at(step, now)), type, problems, now);
                }
            }
            Report report = reports.of(draft, type, now);
            Severity severity = reports.severity(report, type);
            Incident incident = incidents.report(
                    id,
                    now.atZone(zone).getYear(),
                    reference -> Incident.reported(
                            reference, id, report, severity, Reports.timeToAcknowledge(type, severity)));
            drafts.delete(id);
            relay.wake();
            return receipt(incident, type);
        });
    }

    Card cancel(Person person, String id) {
        return with(person, id, (draft, type) -> {
            drafts.delete(id);
            return simple.cancelled(type.id());
        });
    }

    private int after(int step, ReportType type, Draft draft) {
        int next = step + 1;
        while (next < type.steps().size() && !type.steps().get(next).isAsked(draft.answers())) {
            next++;
        }
        return next;
    }

    private Card card(Draft draft, ReportType type) {
        return draft.step() < type.steps().size()
                ? cards.step(draft, type, Map.of(), clock.instant())
                : cards.review(draft, type, reports.answers(draft, type));
    }

    private Card receipt(Incident incident, ReportType type) {
        boolean danger = incident.report().answers().stream()
                .anyMatch(a -> type.question(a.question())
                        .filter(q -> q.danger().contains(a.value()))
                        .isPresent());
        return cards.receipt(incident, type, danger);
    }

    /** Acts on the person's own draft; one sent already gives its receipt again, one that is gone says so. */
    private Card with(Person person, String id, BiFunction<Draft, ReportType, Card> action) {
        Optional<Incident> sent = incidents
                .madeFrom(id)
                .filter(incident -> incident.report().reporter().is(person));
        if (sent.isPresent()) {
            drafts.delete(id);
            return types.find(sent.get().report().type())
                    .map(type -> receipt(sent.get(), type))
                    .orElseGet(simple::gone);
        }
        Optional<Draft> draft = drafts.find(id).filter(d -> d.reporter().is(person));
        if (draft.isEmpty()) {
            return simple.gone();
        }
        return types.find(draft.get().type())
                .map(type -> action.apply(draft.get(), type))
                .orElseGet(simple::chooseType);
    }

    /** Stores the change of a draft, over one that another device made meanwhile. */
    private Draft change(Draft draft, UnaryOperator<Draft> change) {
        Draft read = draft;
        while (true) {
            Optional<Draft> stored = drafts.replace(change.apply(read));
            if (stored.isPresent()) {
                return stored.get();
            }
            read = drafts.find(draft.id())
                    .orElseThrow(() -> new IllegalStateException(
                            "Cannot change draft " + draft.id() + ": it was sent or cancelled meanwhile"));
        }
    }

    /** Remembers where the draft's card stands, so that it can be kept in step with other devices. */
    void shown(Draft draft, String conversation, String card) {
        drafts.find(draft.id()).ifPresent(read -> change(read, d -> d.shownIn(conversation, card)));
    }
}
