package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.knowledge.Passage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes with an answer: its buttons, and the further passages they show. */
@Component
public final class AnswerCards {
    private final CardTemplates templates;
    private final Messages messages;

    AnswerCards(CardTemplates templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /**
     * The buttons under an answer.
     *
     * @param further the ids of the passages to be shown on demand
     * @param type what the question seems to tell of, null if nothing (G34)
     */
    public Card buttons(List<String> further, @Nullable ReportType type) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("answer.summary"));
        data.put("offer", messages.text("answer.offer"));
        data.put("moreTitle", messages.text("answer.more"));
        data.put("hasMore", !further.isEmpty());
        data.put("passages", further);
        data.put("reportTitle", messages.text("report.button"));
        data.put("type", type == null ? null : type.id());
        return new Card(templates.render("answer", data), messages.text("answer.summary"));
    }

    public Card passages(List<Passage> passages) {
        String title = messages.text("answer.more.title");
        Map<String, Object> data = Map.of(
                "summary",
                title,
                "title",
                title,
                "reportTitle",
                messages.text("report.button"),
                "passages",
                passages.stream()
                        .map(p -> Map.of("source", Markdown.escape(source(p)), "text", p.text()))
                        .toList());
        return new Card(templates.render("passages", data), title);
    }

    /** Where a passage stands, as people read it: document, section number and heading, version where known. */
    public String source(Passage passage) {
        String section = passage.section();
        String heading = passage.heading();
        String place = passage.title();
        if (section != null) {
            place = messages.text("source.section", place, section, heading == null ? "" : heading)
                    .strip();
        } else if (heading != null) {
            place = messages.text("source.heading", place, heading);
        }
        String version = passage.version();
        return version == null ? place : messages.text("source.version", place, version);
    }
}
