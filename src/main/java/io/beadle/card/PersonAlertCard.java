package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Answer;
import io.beadle.incident.Confidence;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.incident.Task;
import io.beadle.incident.Warning;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An incident as somebody in a role is told of it in person: what it is, what they are to do by when, and why they. */
@Component
public final class PersonAlertCard {
    /** The field of an action that says by when; the duty knows it where nobody filled that in. */
    private static final String DUE = "due";

    private static final int FACTS = 6;

    private final CardTemplates templates;
    private final Messages messages;
    private final ReportTypes types;
    private final PersonAlertText text;
    private final Confidence confidence;
    private final Phrases phrases;

    PersonAlertCard(
            CardTemplates templates,
            Messages messages,
            ReportTypes types,
            PersonAlertText text,
            Confidence confidence,
            Phrases phrases) {
        this.templates = templates;
        this.messages = messages;
        this.types = types;
        this.text = text;
        this.confidence = confidence;
        this.phrases = phrases;
    }

    /**
     * As it stands now, with what that person may do about it.
     *
     * @param held whether somebody else may have their account: it is told the reference alone (G5)
     */
    public Card of(Incident incident, Delivery line, Person to, boolean held, Instant now) {
        return held
                ? card(incident, text.heldTitle(incident), null, text.held(incident), List.of(), List.of())
                : told(incident, line, to, null, now);
    }

    /** The same after they pressed a button, with what came of it. */
    public Card answered(Incident incident, Delivery line, Person to, String outcome, Instant now) {
        return told(incident, line, to, outcome, now);
    }

    private Card told(Incident incident, Delivery line, Person to, @Nullable String notice, Instant now) {
        return card(
                incident,
                text.title(incident),
                notice,
                String.join("\n\n", text.lines(incident, line)),
                Warning.of(line, incident)
                        .map(words -> WarningCard.words(words, messages))
                        .orElseGet(() -> Stream.concat(
                                        text.tasks(incident, line).stream().map(this::task), facts(incident).stream())
                                .toList()),
                buttons(incident, line, to, now));
    }

    /** What is to be done, by whom and by when, in a personal chat only: what it is was typed (G11). */
    private Map<String, Object> task(Task task) {
        List<Map<String, String>> lines = new ArrayList<>();
        task.act().answers().stream()
                .filter(answer ->
                        !answer.question().equals(DUE) && !answer.value().isEmpty())
                .map(answer -> Map.of("asked", answer.asked(), "shown", answer.shown()))
                .forEach(lines::add);
        String due = text.due(task.duty());
        if (!due.isEmpty()) {
            lines.add(Map.of("asked", messages.text("person.task.due"), "shown", due));
        }
        return Map.of("title", messages.text("person.task.title"), "lines", lines);
    }

    private List<Map<String, Object>> facts(Incident incident) {
        List<Map<String, String>> lines = incident.answers().stream()
                .filter(Answer::alerts)
                .limit(FACTS)
                .map(answer -> Map.of("asked", label(incident, answer), "shown", answer.shown()))
                .toList();
        return lines.isEmpty() ? List.of() : List.of(Map.of("title", messages.text("person.facts"), "lines", lines));
    }

    private String label(Incident incident, Answer answer) {
        return types.find(incident.report().type())
                .flatMap(type -> type.question(answer.question()))
                .map(Question::alert)
                .orElse(answer.asked());
    }

    private List<Map<String, Object>> buttons(Incident incident, Delivery line, Person to, Instant now) {
        String reference = incident.reference();
        List<Map<String, Object>> buttons = new ArrayList<>();
        boolean wanted = incident.isOpen() && !incident.isAcknowledged() && !incident.isAcknowledgedBy(to);
        if (wanted && confidence.may(to, "acknowledge", incident, now)) {
            buttons.add(new IncidentButton(
                            messages.text("alert.acknowledge"), "person.acknowledge", reference, "", line.key())
                    .shown(true));
        }
        if (confidence.may(to, "open", incident, now)) {
            buttons.add(IncidentButton.of(messages.text("alert.open"), "case.open", reference)
                    .shown(buttons.isEmpty()));
        }
        return buttons;
    }

    private Card card(
            Incident incident,
            String title,
            @Nullable String notice,
            String state,
            List<Map<String, Object>> sections,
            List<Map<String, Object>> buttons) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("notice", notice);
        data.put("state", state);
        data.put("missing", null);
        data.put("sections", sections);
        data.put("hasButtons", !buttons.isEmpty());
        data.put("buttons", buttons);
        data.put("urgent", phrases.urgent(incident));
        return new Card(templates.render("incident-record", data), title);
    }
}
