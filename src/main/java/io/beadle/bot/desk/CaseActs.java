package io.beadle.bot.desk;

import io.beadle.bot.report.AnswerRules;
import io.beadle.bot.turn.Reply;
import io.beadle.card.ActForm;
import io.beadle.card.CardAction;
import io.beadle.card.DutyText;
import io.beadle.card.WrittenTime;
import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of all that can be done about an incident, and what is sent with them: one way for every act of the content. */
@Component
final class CaseActs {
    private final DeskActs acts;
    private final ActFields fields;
    private final ActForm forms;
    private final ActRecord recorded;
    private final DutyText duties;
    private final WrittenTime times;
    private final Messages messages;

    CaseActs(
            DeskActs acts,
            ActFields fields,
            ActForm forms,
            ActRecord recorded,
            DutyText duties,
            WrittenTime times,
            Messages messages) {
        this.acts = acts;
        this.fields = fields;
        this.forms = forms;
        this.recorded = recorded;
        this.duties = duties;
        this.times = times;
        this.messages = messages;
    }

    /** What became of it: a card to go on with, or an incident changed and what to say of it. */
    sealed interface Outcome {
        record Answered(Reply reply) implements Outcome {}

        record Done(Incident incident, String notice) implements Outcome {}

        /** The same, by an act that was recorded just now. */
        record Recorded(Incident incident, DeskAct rule, Act act, String notice) implements Outcome {}
    }

    /** The form, unless it cannot be done as things are. */
    Outcome choose(CardAction.ChooseAct choose, Incident incident, CaseRights.Standing standing) {
        Optional<DeskAct> act = acts.find(choose.act());
        if (act.isEmpty()) {
            return new Outcome.Done(incident, messages.text("case.nothing"));
        }
        Optional<String> refusal = standing.refusal(act.get().id(), incident);
        if (refusal.isPresent()) {
            return told(refusal.get());
        }
        Acting.Refusal why = why(act.get(), incident, standing.person(), "");
        // what stands against closing is said before a form is filled in for nothing
        if (why == Acting.Refusal.DUTIES || !new Acting(act.get()).isPossible(incident, standing.person())) {
            return new Outcome.Done(incident, refused(why, incident));
        }
        List<Question> asked = fields.of(act.get(), incident, standing);
        return form(
                act.get(), incident, asked, fields.begun(act.get(), asked, incident), Map.of(), null, standing.at());
    }

    /** What was sent is checked and done; what is wrong or stale comes back with everything that was filled in. */
    Outcome send(CardAction.DoAct sent, Incident incident, CaseRights.Standing standing) {
        Optional<DeskAct> found = acts.find(sent.act());
        if (found.isEmpty()) {
            return told(messages.text("action.unknown"));
        }
        DeskAct act = found.get();
        Optional<String> refusal = standing.refusal(act.id(), incident);
        if (refusal.isPresent()) {
            return told(refusal.get());
        }
        if (new CaseFile(incident).find(sent.key()).isPresent()) {
            return new Outcome.Done(incident, messages.text("case.again"));
        }
        Instant now = standing.at();
        List<Question> all = fields.of(act, incident, standing, sent.answers());
        Map<String, String> answers = AnswerRules.kept(all, sent.answers(), Map.of(), now);
        Optional<Acting.Refusal> stale =
                new Acting(act).refusal(incident, standing.person(), answers.getOrDefault(Act.ABOUT, ""));
        if (stale.isPresent()
                && !answers.getOrDefault(Act.ABOUT, act.about() == null ? "-" : "")
                        .isEmpty()) {
            return form(act, incident, all, answers, Map.of(), refused(stale.get(), incident), now);
        }
        List<Question> asked =
                all.stream().filter(field -> field.isAsked(answers)).toList();
        Map<String, String> problems = fields.problems(act, asked, answers, incident, now);
        boolean asksMore = asked.stream().anyMatch(field -> !sent.drawn().contains(field.id()));
        if (!problems.isEmpty() || asksMore || sent.key().isEmpty()) {
            return form(act, incident, all, answers, problems, null, now);
        }
        Act done = new Act(sent.key(), act.id(), now, standing.person(), fields.answers(act, asked, answers, incident));
        return switch (recorded.of(act, done, sent.seen(), incident, standing)) {
            case ActRecord.Result.Stored stored ->
                new Outcome.Recorded(
                        stored.incident(),
                        act,
                        done,
                        messages.text(standing.mayKnow(stored.incident()) ? "case.done" : "case.done.hidden"));
            case ActRecord.Result.Again again -> new Outcome.Done(again.incident(), messages.text("case.again"));
            case ActRecord.Result.Meanwhile other ->
                form(act, other.incident(), all, answers, Map.of(), meanwhile(other.act()), now);
            case ActRecord.Result.Lowered lowered ->
                form(
                        act,
                        lowered.incident(),
                        all,
                        answers,
                        Map.of(ActFields.REASON, messages.text("case.problem.lower")),
                        null,
                        now);
            case ActRecord.Result.Refused refused ->
                form(act, refused.incident(), all, answers, Map.of(), refused(refused.why(), refused.incident()), now);
            case ActRecord.Result.Unjoinable unjoinable ->
                form(
                        act,
                        incident,
                        all,
                        answers,
                        Map.of(),
                        messages.text("case.joined.refused", unjoinable.reference()),
                        now);
            case ActRecord.Result.Hidden hidden -> told(messages.text("alert.unknown"));
        };
    }

    private Outcome form(
            DeskAct act,
            Incident incident,
            List<Question> asked,
            Map<String, String> answers,
            Map<String, String> problems,
            @Nullable String meanwhile,
            Instant now) {
        String seen = new CaseFile(incident).latest(act.id()).map(Act::key).orElse("");
        return new Outcome.Answered(new Reply.Show(
                forms.of(incident, act, new ActForm.Filled(asked, answers, problems, meanwhile, seen), now)));
    }

    private static Outcome told(String text) {
        return new Outcome.Answered(new Reply.Tell(text));
    }

    private static Acting.Refusal why(DeskAct act, Incident incident, Person by, String about) {
        return new Acting(act).refusal(incident, by, about).orElse(Acting.Refusal.GONE);
    }

    private String refused(Acting.Refusal why, Incident incident) {
        return switch (why) {
            case STATE ->
                messages.text(
                        "case.refused.state",
                        messages.text(
                                "case.state."
                                        + new CaseFile(incident).state().name().toLowerCase(Locale.ROOT),
                                incident.wanted()));
            case GONE -> messages.text("case.refused.gone");
            case SAME_PERSON -> messages.text("case.refused.same-person");
            case RESTRICTED -> messages.text("case.refused.restricted");
            case DUTIES ->
                messages.text(
                        "case.refused.duties",
                        incident.hindrances().stream().map(duties::title).collect(Collectors.joining(", ")));
        };
    }

    /** What somebody else did while the form was being filled in. */
    private String meanwhile(Act other) {
        List<String> said = new ArrayList<>();
        other.answers().stream()
                .filter(answer -> !answer.value().isEmpty())
                .forEach(answer -> said.add(messages.text("case.act.answer", answer.asked(), answer.shown())));
        String name = other.by().name().isBlank()
                ? messages.text("alert.somebody")
                : other.by().name();
        return messages.text("case.meanwhile", name, times.onDay(other.at()), String.join("; ", said));
    }
}
