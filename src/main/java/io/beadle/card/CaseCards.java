package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An incident with all its words, as an officer of the desk sees it in the personal chat, and what they can do about it. */
@Component
public final class CaseCards {
    private static final String OPEN = "case.open";

    private final CardTemplates templates;
    private final Messages messages;
    private final WrittenTime times;
    private final Duties duties;
    private final AlertNotes notes;
    private final IncidentRecord records;
    private final IncidentForm forms;

    CaseCards(
            CardTemplates templates,
            Messages messages,
            WrittenTime times,
            Duties duties,
            AlertNotes notes,
            IncidentRecord records,
            IncidentForm forms) {
        this.templates = templates;
        this.messages = messages;
        this.times = times;
        this.duties = duties;
        this.notes = notes;
        this.records = records;
        this.forms = forms;
    }

    /**
     * The incident with all its words.
     *
     * @param notice what has just become of it, null for nothing
     */
    public Card of(Incident incident, @Nullable String notice) {
        Map<String, Object> data = new HashMap<>();
        data.put(
                "summary",
                messages.text(
                        "mine.report", incident.reference(), incident.report().title()));
        data.put("title", data.get("summary"));
        data.put("notice", notice);
        data.put("state", String.join("\n\n", state(incident)));
        data.put("missing", records.missing(incident));
        data.put("sections", records.sections(incident, "case"));
        List<Map<String, Object>> buttons = buttons(incident);
        data.put("hasButtons", !buttons.isEmpty());
        data.put("buttons", buttons);
        data.put("urgent", null); // its readers are those whom it would tell to ring
        return new Card(templates.render("incident-record", data), String.valueOf(data.get("summary")));
    }

    private List<String> state(Incident incident) {
        List<String> lines = new ArrayList<>();
        incident.report()
                .reporter()
                .named()
                .map(person -> messages.text(
                        "case.from",
                        person.name().isBlank() ? messages.text("alert.somebody") : Markdown.escape(person.name()),
                        times.inFull(incident.report().reported())))
                .ifPresent(lines::add);
        lines.addAll(notes.state(incident));
        return lines;
    }

    private List<Map<String, Object>> buttons(Incident incident) {
        String reference = incident.reference();
        List<Map<String, Object>> buttons = new ArrayList<>();
        if (incident.canBeAsked()) {
            buttons.add(button("case.ask", reference, Saying.ASK).shown(true));
        }
        if (incident.isHeld()) {
            buttons.add(IncidentButton.of(messages.text("case.revoked"), "case.revoked", reference)
                    .shown());
        }
        if (incident.isOpen()) {
            buttons.add(button("case.close", reference, Saying.CLOSE).shown());
        }
        return buttons;
    }

    private IncidentButton button(String title, String reference, Saying saying) {
        return new IncidentButton(messages.text(title), "case.write", reference, saying.word(), "");
    }

    /** A question to the reporter. */
    public Card ask(Incident incident, Map<String, String> answers, Map<String, String> problems, Instant now) {
        Question field = MyReportCards.question(
                MyReportCards.TEXT, Question.Kind.LONG_TEXT, messages.text("case.ask.label"), List.of());
        String words = incident.isAnonymous() ? "case.ask.anonymous" : "case.ask";
        return form(incident, Saying.ASK, words, field, answers, problems, now);
    }

    /** How it ended. */
    public Card close(Incident incident, Map<String, String> problems, Instant now) {
        Question field = MyReportCards.question(
                MyReportCards.CHOSEN,
                Question.Kind.CHOICE,
                messages.text("case.close.label"),
                duties.outcomes().stream()
                        .map(outcome -> new Question.Choice(outcome.id(), outcome.label(), List.of()))
                        .toList());
        return form(incident, Saying.CLOSE, "case.close", field, Map.of(), problems, now);
    }

    private Card form(
            Incident incident,
            Saying saying,
            String words,
            Question field,
            Map<String, String> answers,
            Map<String, String> problems,
            Instant now) {
        return forms.of(
                new IncidentForm.Words(
                        messages.text(words + ".title", incident.reference()),
                        messages.text(words + ".intro"),
                        null,
                        List.of(field),
                        answers,
                        problems,
                        messages.text(words + ".send")),
                new IncidentButton("", "case.say", incident.reference(), saying.word(), ""),
                UUID.randomUUID().toString(),
                OPEN,
                now);
    }
}
