package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.register.Paper;
import io.beadle.register.Stretch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** That a stretch of time is over and its report can be published (G32). Nothing stands on it that the report does not tell. */
@Component
public final class PublishCard {
    private final CardTemplates templates;
    private final Messages messages;

    PublishCard(CardTemplates templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /**
     * The card.
     *
     * @param title the report's own
     * @param head what stands at the head of the report
     */
    public Card of(String title, List<Paper.Line> head, Stretch stretch) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("intro", messages.text("publish.ready"));
        data.put(
                "facts",
                head.stream()
                        .map(line -> Map.of("title", line.name(), "value", line.text()))
                        .toList());
        data.put("publishTitle", messages.text("figures.publish"));
        data.put("stretch", stretch.code());
        return new Card(templates.render("publish", data), title);
    }
}
