package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Answer;
import io.beadle.incident.Custody;
import io.beadle.incident.Incident;
import io.beadle.incident.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * An incident as the desk's channel sees it: chosen values only, no typed text and no name of a reporter (G11). Each
 * incident has one, which is updated in place.
 */
@Component
public final class AlertCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final ReportTypes types;
    private final WrittenTime times;
    private final AlertNotes notes;

    AlertCard(CardTemplates templates, Messages messages, ReportTypes types, WrittenTime times, AlertNotes notes) {
        this.templates = templates;
        this.messages = messages;
        this.types = types;
        this.times = times;
        this.notes = notes;
    }

    /** The card as of {@code now}, which it names beside the time left, because a card grows old. */
    public Card of(Incident incident, Instant now) {
        String severity = severity(incident.severity());
        String title = incident.report().title();
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("alert.summary", incident.reference(), severity, title));
        data.put("style", style(incident));
        data.put("severity", messages.text("alert.severity", severity.toUpperCase(Locale.UK)));
        data.put("title", title);
        data.put("reference", incident.reference());
        data.put("facts", facts(incident));
        data.put("due", due(incident, now));
        data.put(
                "acknowledged",
                messages.text("alert.count", incident.acknowledgements().size(), Incident.ACKNOWLEDGEMENTS));
        data.put(
                "acknowledgements",
                incident.acknowledgements().stream().map(this::acknowledged).toList());
        data.put(
                "notes",
                notes.of(incident).stream().map(note -> Map.of("text", note)).toList());
        data.put("open", incident.isOpen() && !incident.isAcknowledged());
        data.put("acknowledgeTitle", messages.text("alert.acknowledge"));
        addEvidence(data, new Custody(incident));
        data.put("openTitle", messages.text("alert.open"));
        return new Card(templates.render("alert", data), String.valueOf(data.get("summary")));
    }

    /** What can be done about it; how much there is stands in the notes. */
    private void addEvidence(Map<String, Object> data, Custody custody) {
        boolean closed = custody.isQuarantined();
        data.put("hasEvidence", custody.files() > 0);
        data.put("evidenceVerb", closed ? "evidence.release" : "evidence.quarantine");
        data.put("evidenceTitle", messages.text(closed ? "alert.release" : "alert.quarantine"));
    }

    private Map<String, String> acknowledged(Acknowledgement acknowledgement) {
        String known = acknowledgement.by().name();
        String name = known.isBlank() ? messages.text("alert.somebody") : Markdown.escape(known);
        return Map.of("text", messages.text("alert.by", name, times.onDay(acknowledgement.at())));
    }

    private String due(Incident incident, Instant now) {
        if (incident.isAcknowledged()) {
            return messages.text("alert.done");
        }
        Duration left = Duration.between(now, incident.acknowledgeBy());
        return messages.text(
                left.isNegative() ? "alert.overdue" : "alert.due",
                times.onDay(incident.acknowledgeBy()),
                WrittenTime.of(left),
                times.clock(now));
    }

    private List<Map<String, String>> facts(Incident incident) {
        return incident.answers().stream()
                .filter(Answer::alerts)
                .map(a -> Map.of("title", label(incident, a), "value", value(incident, a)))
                .toList();
    }

    private String value(Incident incident, Answer answer) {
        String shown = Markdown.escape(answer.shown());
        return incident.report()
                        .answer(answer.question())
                        .filter(first -> !first.value().equals(answer.value()))
                        .isPresent()
                ? messages.text("alert.corrected", shown)
                : shown;
    }

    /** The short label of today's report types; the question itself once the officer has taken the question out. */
    private String label(Incident incident, Answer answer) {
        return types.find(incident.report().type())
                .flatMap(type -> type.question(answer.question()))
                .map(Question::alert)
                .orElse(answer.asked());
    }

    private String severity(Severity severity) {
        return messages.text("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    private static String style(Incident incident) {
        if (incident.isAcknowledged()) {
            return "good";
        }
        return switch (incident.severity()) {
            case HIGH -> "attention";
            case MEDIUM -> "warning";
            case LOW -> "emphasis";
        };
    }
}
