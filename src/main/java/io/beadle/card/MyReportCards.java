package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.Question.Kind;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Incident;
import io.beadle.incident.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One report as its reporter sees it, and the forms on which they say more. Nobody else gets to see them. */
@Component
public final class MyReportCards {
    /** The field of a form that is about no question of the report. */
    public static final String TEXT = "text";

    public static final String CHOSEN = "chosen";

    /** The longest text taken, in characters. */
    public static final int LONGEST = 2_000;

    private static final String OPEN = "mine.open";

    private final CardTemplates templates;
    private final Messages messages;
    private final Phrases phrases;
    private final ReportTypes types;
    private final Duties duties;
    private final MyReportsCard list;
    private final IncidentRecord records;
    private final IncidentForm forms;
    private final ExerciseMark marks;

    MyReportCards(
            CardTemplates templates,
            Messages messages,
            Phrases phrases,
            ReportTypes types,
            Duties duties,
            MyReportsCard list,
            IncidentRecord records,
            IncidentForm forms) {
        this.templates = templates;
        this.messages = messages;
        this.phrases = phrases;
        this.types = types;
        this.duties = duties;
        this.list = list;
        this.records = records;
        this.forms = forms;
        this.marks = new ExerciseMark(messages);
    }

    /**
     * The report, with every answer as it was given and what was said since. While the account is held it shows the
     * reference only (G5).
     *
     * @param notice what has just become of it, null for nothing
     */
    public Card of(Incident incident, @Nullable String notice, Instant now) {
        String title = messages.text(
                "mine.report", incident.reference(), incident.report().title());
        boolean held = incident.isHeld();
        Map<String, Object> data = new HashMap<>();
        data.put("summary", held ? messages.text("mine.held.title", incident.reference()) : title);
        data.put("title", data.get("summary"));
        data.put("notice", notice);
        data.put(
                "state",
                held ? phrases.withNumbers(incident, "mine.held", incident.reference()) : list.state(incident, now));
        data.put("missing", held ? null : records.missing(incident));
        data.put("sections", held ? List.of() : records.sections(incident, "mine"));
        List<Map<String, Object>> buttons = buttons(incident);
        data.put("hasButtons", !buttons.isEmpty());
        data.put("buttons", buttons);
        data.put("urgent", phrases.urgent(incident));
        return marks.on(
                new Card(templates.render("incident-record", data), String.valueOf(data.get("summary"))),
                incident.exercise());
    }

    private List<Map<String, Object>> buttons(Incident incident) {
        String reference = incident.reference();
        List<Map<String, Object>> buttons = new ArrayList<>();
        boolean asked = !incident.isHeld() && !incident.unanswered().isEmpty();
        boolean missing = !incident.missing().isEmpty();
        if (asked) {
            buttons.add(button("mine.reply", reference, Saying.REPLY).shown(true));
        }
        if (missing) {
            buttons.add(missingButton(reference).shown(!asked));
        }
        buttons.add(button("mine.add", reference, Saying.ADD).shown(!asked && !missing));
        buttons.add(button("mine.correct", reference, Saying.CORRECT).shown());
        if (incident.isOpen() && !incident.asksToWithdraw()) {
            buttons.add(button("mine.withdraw", reference, Saying.WITHDRAW).shown());
        }
        buttons.add(IncidentButton.of(messages.text("mine.all"), "report.mine", reference)
                .shown());
        return buttons;
    }

    IncidentButton missingButton(String reference) {
        return IncidentButton.of(messages.text("mine.facts"), "report.missing", reference);
    }

    private IncidentButton button(String title, String reference, Saying saying) {
        return new IncidentButton(messages.text(title), "mine.write", reference, saying.word(), "");
    }

    /** What there is to say more. */
    public Card add(Incident incident, Map<String, String> answers, Map<String, String> problems, Instant now) {
        return form(
                incident, Saying.ADD, "", "mine.add", null, List.of(typed("mine.add.label")), answers, problems, now);
    }

    /** Which answer to correct: those of today's questions that the report has an answer to. */
    public Card chooseAnswer(Incident incident, Map<String, String> problems, Instant now) {
        List<Question.Choice> choices = incident.answers().stream()
                .filter(answer -> question(incident, answer.question()) != null)
                .map(answer -> new Question.Choice(answer.question(), answer.asked(), List.of()))
                .toList();
        Question which = choice("mine.correct.which", choices);
        IncidentForm.Words words = new IncidentForm.Words(
                messages.text("mine.correct.title", incident.reference()),
                messages.text("mine.correct.intro"),
                null,
                List.of(which),
                Map.of(),
                problems,
                messages.text("report.next"),
                phrases.urgent(incident));
        IncidentButton next = new IncidentButton("", "mine.write", incident.reference(), Saying.CORRECT.word(), "");
        return marks.on(forms.of(words, next, "", OPEN, now), incident.exercise());
    }

    /** The one question again, with the answer that counts now, unless the account is held (G5). */
    public Card correct(
            Incident incident,
            Question question,
            Map<String, String> answers,
            Map<String, String> problems,
            Instant now) {
        String counts = incident.isHeld()
                ? null
                : incident.current(question.id())
                        .map(answer -> messages.text("mine.correct.now", answer.shown()))
                        .orElse(null);
        return form(
                incident,
                Saying.CORRECT,
                question.id(),
                "mine.correct",
                counts,
                List.of(question),
                answers,
                problems,
                now);
    }

    /** All that is missing, and nothing else. */
    public Card facts(Incident incident, Map<String, String> answers, Map<String, String> problems, Instant now) {
        List<Question> questions = incident.missing().stream()
                .flatMap(id -> types.find(incident.report().type()).flatMap(type -> type.question(id)).stream())
                .toList();
        return form(incident, Saying.FACTS, "", "mine.facts", null, questions, answers, problems, now);
    }

    public Card withdraw(Incident incident, Map<String, String> answers, Map<String, String> problems, Instant now) {
        List<Question.Choice> reasons = duties.withdrawals().stream()
                .map(reason -> new Question.Choice(reason.id(), reason.label(), List.of()))
                .toList();
        return form(
                incident,
                Saying.WITHDRAW,
                "",
                "mine.withdraw",
                null,
                List.of(choice("mine.withdraw.why", reasons)),
                answers,
                problems,
                now);
    }

    /** A question of the desk, and the field for the answer. */
    public Card reply(
            Incident incident,
            Statement asked,
            Map<String, String> answers,
            Map<String, String> problems,
            Instant now) {
        return form(
                incident,
                Saying.REPLY,
                asked.key(),
                "mine.reply",
                asked.text(),
                List.of(typed("mine.reply.label")),
                answers,
                problems,
                now);
    }

    private Card form(
            Incident incident,
            Saying saying,
            String about,
            String words,
            @Nullable String quoted,
            List<Question> questions,
            Map<String, String> answers,
            Map<String, String> problems,
            Instant now) {
        Card form = forms.of(
                new IncidentForm.Words(
                        messages.text(words + ".title", incident.reference()),
                        messages.text(words + ".intro", incident.reference()),
                        quoted,
                        questions,
                        answers,
                        problems,
                        messages.text("mine.send"),
                        phrases.urgent(incident)),
                new IncidentButton("", "mine.say", incident.reference(), saying.word(), about),
                UUID.randomUUID().toString(),
                OPEN,
                now);
        return marks.on(form, incident.exercise());
    }

    private @Nullable Question question(Incident incident, String id) {
        return types.find(incident.report().type())
                .flatMap(type -> type.question(id))
                .orElse(null);
    }

    private Question typed(String label) {
        return question(TEXT, Kind.LONG_TEXT, messages.text(label), List.of());
    }

    private Question choice(String label, List<Question.Choice> choices) {
        return question(CHOSEN, Kind.CHOICE, messages.text(label), choices);
    }

    static Question question(String id, Kind kind, String ask, List<Question.Choice> choices) {
        return new Question(id, kind, ask, null, null, null, true, choices, LONGEST, null, null, Map.of(), List.of());
    }
}
