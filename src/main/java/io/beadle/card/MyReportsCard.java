package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
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

    MyReportsCard(CardTemplates templates, Messages messages, Phrases phrases, WrittenTime times) {
        this.templates = templates;
        this.messages = messages;
        this.phrases = phrases;
        this.times = times;
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
        return new Card(templates.render("my-reports", data), title);
    }

    private Map<String, String> line(Incident incident, Instant now) {
        String title = messages.text(
                "mine.report", incident.reference(), incident.report().title());
        return Map.of("title", title, "state", state(incident, now));
    }

    /** Once the time to answer has passed, the way up is what counts (G6). */
    private String state(Incident incident, Instant now) {
        String sent = times.onDay(incident.report().reported());
        if (incident.isAcknowledged()) {
            return messages.text("mine.acknowledged", sent);
        }
        String by = times.onDay(incident.acknowledgeBy());
        return incident.acknowledgeBy().isBefore(now)
                ? phrases.withNumbers("mine.late", sent, by)
                : messages.text("mine.waiting", sent, by);
    }
}
