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
    private final WrittenTime times;

    MyReportsCard(CardTemplates templates, Messages messages, WrittenTime times) {
        this.templates = templates;
        this.messages = messages;
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
        return Map.of(
                "title",
                        messages.text(
                                "mine.report",
                                incident.reference(),
                                incident.report().title()),
                "state",
                        messages.text(
                                incident.isAcknowledged() ? "mine.acknowledged" : "mine.waiting",
                                times.of(incident.report().reported(), now),
                                times.of(incident.acknowledgeBy(), now)));
    }
}
