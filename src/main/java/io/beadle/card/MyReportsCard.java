package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.incident.Closing;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What somebody has reported, and how far it is. */
@Component
public final class MyReportsCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final Phrases phrases;
    private final WrittenTime times;
    private final Duties duties;
    private final IncidentRecord records;

    MyReportsCard(
            CardTemplates templates,
            Messages messages,
            Phrases phrases,
            WrittenTime times,
            Duties duties,
            IncidentRecord records) {
        this.templates = templates;
        this.messages = messages;
        this.phrases = phrases;
        this.times = times;
        this.duties = duties;
        this.records = records;
    }

    /** The card of the person's own incidents, latest first. */
    public Card of(List<Incident> incidents, Instant now) {
        String title = messages.text("mine.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("none", incidents.isEmpty() ? messages.text("mine.none") : null);
        data.put("reports", incidents.stream().map(i -> line(i, now)).toList());
        data.put("reportTitle", messages.text("report.button"));
        data.put("urgent", phrases.urgent());
        return new Card(templates.render("my-reports", data), title);
    }

    /** Of a report whose account is held, the reference only (G5). */
    private Map<String, Object> line(Incident incident, Instant now) {
        String reference = incident.reference();
        boolean held = incident.isHeld();
        Map<String, Object> line =
                new HashMap<>(IncidentButton.of(messages.text("mine.open", reference), "mine.open", reference)
                        .shown());
        line.put(
                "title",
                (incident.exercise() ? messages.text("exercise.word") + ": " : "")
                        + (held
                                ? reference
                                : messages.text(
                                        "mine.report",
                                        reference,
                                        incident.report().title())));
        line.put("state", held ? phrases.withNumbers(incident, "mine.held", reference) : state(incident, now));
        line.put("missing", held ? null : records.missing(incident));
        return line;
    }

    /** How far it is. Once the time to answer has passed, the way up is what counts (G6). */
    String state(Incident incident, Instant now) {
        String sent = times.onDay(incident.report().reported());
        Closing closing = incident.closing();
        if (closing != null) {
            return messages.text("mine.closed", sent, times.onDay(closing.at()), told(closing));
        }
        if (incident.isAcknowledged()) {
            return messages.text("mine.acknowledged", sent, incident.wanted());
        }
        String by = times.onDay(incident.acknowledgeBy());
        if (incident.acknowledgeBy().isBefore(now)) {
            return phrases.withNumbers(incident, "mine.late", sent, by, incident.wanted());
        }
        int have = incident.acknowledgements().size();
        return have == 0
                ? messages.text("mine.waiting", sent, by, incident.wanted())
                : messages.text("mine.waiting.one", sent, by, have, incident.wanted() - have);
    }

    /** What the reporter reads of the outcome; nothing of one that the council no longer has. */
    String told(Closing closing) {
        return duties.outcome(closing.outcome()).map(Duties.Outcome::told).orElse("");
    }
}
