package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a channel sees where an incident stood that is not shown there any more; the same whatever the reason (G10). */
@Component
public final class ClearedCard {
    private final CardTemplates templates;
    private final Messages messages;

    ClearedCard(CardTemplates templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    public Card neutral() {
        String title = messages.text("cleared.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("text", messages.text("cleared"));
        data.put("action", null);
        return new Card(templates.render("notice", data), title);
    }
}
