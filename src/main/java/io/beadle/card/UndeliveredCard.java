package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who could not be told of which incident for a day, and why; what can be sent again is. */
@Component
public final class UndeliveredCard {
    /** As many buttons as Teams shows in a row. */
    public static final int MOST = 6;

    private final CardTemplates templates;
    private final Messages messages;
    private final PersonAlertText text;
    private final WrittenTime times;

    UndeliveredCard(CardTemplates templates, Messages messages, PersonAlertText text, WrittenTime times) {
        this.templates = templates;
        this.messages = messages;
        this.text = text;
        this.times = times;
    }

    /**
     * The list.
     *
     * @param untold the lines by incident, {@value #MOST} incidents at most
     * @param notice what has just come of a button, null for nothing
     */
    public Card of(SequencedMap<Incident, List<Delivery>> untold, @Nullable String notice) {
        Map<String, Object> data = new HashMap<>();
        String title = messages.text("undelivered.title");
        data.put("summary", title);
        data.put("title", title);
        data.put("notice", notice);
        data.put("state", messages.text(untold.isEmpty() ? "undelivered.none" : "undelivered"));
        data.put("missing", null);
        data.put(
                "sections",
                untold.entrySet().stream()
                        .map(entry -> section(entry.getKey(), entry.getValue()))
                        .toList());
        List<Map<String, Object>> buttons = untold.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(line -> line.to() != null))
                .map(entry -> again(entry.getKey()))
                .toList();
        data.put("hasButtons", !buttons.isEmpty());
        data.put("buttons", buttons);
        data.put("urgent", null);
        return new Card(templates.render("incident-record", data), title);
    }

    private Map<String, Object> section(Incident incident, List<Delivery> lines) {
        return Map.of(
                "title",
                new ExerciseMark(messages).on(incident.reference(), incident.exercise()),
                "lines",
                lines.stream().limit(MOST).map(this::line).toList());
    }

    private Map<String, String> line(Delivery line) {
        String role = text.role(line.role());
        String asked = line.to() == null || line.to().name().isBlank()
                ? role
                : messages.text("undelivered.person", role, line.to().name());
        String shown = line.state() == Delivery.State.NOBODY
                ? messages.text("undelivered.nobody", times.onDay(line.at()))
                : messages.text("undelivered.why", times.onDay(line.at()), reason(line));
        return Map.of("asked", asked, "shown", shown);
    }

    private String reason(Delivery line) {
        String reason = line.reason();
        return reason == null ? messages.text("undelivered.waits") : reason;
    }

    private Map<String, Object> again(Incident incident) {
        return IncidentButton.of(
                        messages.text("undelivered.again", incident.reference()), "person.again", incident.reference())
                .shown();
    }
}
