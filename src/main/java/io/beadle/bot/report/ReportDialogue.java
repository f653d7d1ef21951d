package io.beadle.bot.report;

import io.beadle.card.Card;
import io.beadle.card.OfferCard;
import io.beadle.card.ReportCards;
import io.beadle.card.SimpleCards;
import io.beadle.content.ReportType;
import io.beadle.incident.Draft;
import io.beadle.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * The dialogue that makes a report: from step to step over the draft, whose every answer is stored before the next card
 * is shown, to the incident. It knows cards and drafts, and nothing of where they are shown.
 */
@Component
final class ReportDialogue {
    private final OpenDrafts drafts;
    private final Sending sending;
    private final Reports reports;
    private final AnswerRules rules;
    private final ReportCards cards;
    private final SimpleCards simple;
    private final OfferCard offers;
    private final InstantSource clock;

    ReportDialogue(
            OpenDrafts drafts,
            Sending sending,
            Reports reports,
            AnswerRules rules,
            ReportCards cards,
            SimpleCards simple,
            OfferCard offers,
            InstantSource clock) {
        this.drafts = drafts;
        this.sending = sending;
        this.reports = reports;
        this.rules = rules;
        this.cards = cards;
        this.simple = simple;
        this.offers = offers;
        this.clock = clock;
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
        return drafts.typeOf(draft).map(type -> card(draft, type, resumed)).orElseGet(simple::chooseType);
    }

    /** Stores a step's answers and goes on, if they will do; else the same step again with what is wrong. */
    Card next(Person person, String id, int step, Map<String, String> answers) {
        return with(person, id, (draft, type) -> {
            Instant now = clock.instant();
            int shown = Math.clamp(step, 0, type.steps().size() - 1);
            ReportType.Step asked = type.steps().get(shown);
            return drafts.change(draft, d -> {
                        Draft answered = answered(d, asked, answers, now);
                        boolean good = problems(asked, answered, now).isEmpty();
                        return answered.at(good ? after(shown, type, answered, now) : shown, now);
                    })
                    .map(stored -> {
                        Map<String, String> problems = problems(asked, stored, now);
                        return problems.isEmpty()
                                ? card(stored, type, false)
                                : cards.step(stored, type, problems, false, now);
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
            return drafts.change(draft, d -> {
                        Map<String, String> typed = typed(type, left, answers, d, now);
                        List<String> changed = typed.entrySet().stream()
                                .filter(answer ->
                                        !answer.getValue().equals(d.answers().get(answer.getKey())))
                                .map(Map.Entry::getKey)
                                .toList();
                        return d.answered(typed, now).confirmed(changed).at(shown, now);
                    })
                    .map(stored -> card(stored, type, false));
        });
    }

    /** A field left empty that never held anything was not answered yet, and its step not seen to. */
    private static Map<String, String> typed(
            ReportType type, int step, Map<String, String> answers, Draft draft, Instant now) {
        if (step >= type.steps().size()) {
            return Map.of();
        }
        Map<String, String> typed = new LinkedHashMap<>(
                AnswerRules.kept(type.steps().get(step).questions(), answers, draft.answers(), now));
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
                        show(draft, type, Math.clamp(step, 0, type.steps().size() - 1), Map.of()));
    }

    /** As {@link #send(Person, String)}, with the answers of the step on which it was pressed. */
    Card send(Person person, String id, int step, Map<String, String> answers) {
        if (!answers.isEmpty()) {
            Instant now = clock.instant();
            with(person, id, (draft, type) -> {
                ReportType.Step asked =
                        type.steps().get(Math.clamp(step, 0, type.steps().size() - 1));
                return drafts.change(draft, d -> answered(d, asked, answers, now))
                        .map(this::card);
            });
        }
        return send(person, id);
    }

    /** Makes the incident, once however often it is asked, and gives the receipt; or the step that will not do. */
    Card send(Person person, String id) {
        return with(
                person,
                id,
                (draft, type) -> sending.obstacle(draft, type)
                        .map(wrong -> show(draft, type, wrong.step(), wrong.problems()))
                        .orElseGet(() -> Optional.of(sending.receipt(sending.send(draft, type), id))));
    }

    Card cancel(Person person, String id) {
        Optional<Draft> untyped =
                drafts.find(person, id).filter(draft -> draft.type().isEmpty());
        if (untyped.isPresent()) {
            drafts.end(id);
            return simple.cancelled("", untyped.get().isDrill());
        }
        return with(person, id, (draft, type) -> {
            drafts.end(id);
            return Optional.of(simple.cancelled(type.id(), draft.isDrill()));
        });
    }

    /** With what the step's card sent; whoever goes on from it has seen what was filled in before. */
    private static Draft answered(Draft draft, ReportType.Step step, Map<String, String> answers, Instant now) {
        return draft.answered(AnswerRules.kept(step.questions(), answers, draft.answers(), now), now)
                .confirmed(keys(step));
    }

    private static List<String> keys(ReportType.Step step) {
        return step.questions().stream().flatMap(AnswerRules::keys).toList();
    }

    private Map<String, String> problems(ReportType.Step step, Draft draft, Instant now) {
        return rules.problems(step.questions(), draft.answers(), now);
    }

    /** The next step still to be answered or seen, else the review: a change made from the review leads back to it. */
    private int after(int step, ReportType type, Draft draft, Instant now) {
        int next = step + 1;
        while (next < type.steps().size() && isDone(type.steps().get(next), draft, now)) {
            next++;
        }
        return next;
    }

    private boolean isDone(ReportType.Step step, Draft draft, Instant now) {
        List<String> keys = keys(step);
        boolean seen = keys.stream().anyMatch(draft.answers()::containsKey)
                && keys.stream().noneMatch(draft.prefilled()::contains);
        return !step.isAsked(draft.answers())
                || (seen && problems(step, draft, now).isEmpty());
    }

    private Card card(Draft draft, ReportType type, boolean resumed) {
        if (draft.isOffered()) {
            return offers.of(draft, List.of(type));
        }
        return draft.step() < type.steps().size()
                ? cards.step(draft, type, Map.of(), resumed, clock.instant())
                : cards.review(draft, type, reports.answers(draft, type), resumed);
    }

    private Optional<Card> show(Draft draft, ReportType type, int step, Map<String, String> problems) {
        Instant now = clock.instant();
        UnaryOperator<Draft> there = d -> d.at(step, now);
        return drafts.change(draft, there).map(stored -> cards.step(stored, type, problems, false, now));
    }

    /**
     * Acts on the person's own draft. One sent already gives its receipt again, one that is gone says so, and so does one
     * that ends on another device meanwhile, for which the action's card is empty. On a card it is not asked in words.
     */
    private Card with(Person person, String id, BiFunction<Draft, ReportType, Optional<Card>> action) {
        // the draft is read first: one just sent is deleted only once its incident is there to be found
        Optional<Draft> draft = drafts.find(person, id);
        Optional<Card> sent = sent(person, id);
        if (sent.isPresent()) {
            drafts.end(id);
            return sent.get();
        }
        if (draft.isEmpty()) {
            return simple.gone();
        }
        return drafts.typeOf(draft.get())
                .map(type -> action.apply(draft.get().asking(null, draft.get().touched()), type)
                        .or(() -> sent(person, id))
                        .orElseGet(simple::gone))
                .orElseGet(simple::chooseType);
    }

    private Optional<Card> sent(Person person, String id) {
        return sending.sent(person, id).map(incident -> sending.receipt(incident, id));
    }
}
