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
        return card(messages.text("cleared"));
    }

    /** The same in the chat of somebody who was told of it, and says no more of why. */
    public Card inPerson() {
        return card(messages.text("cleared.person"));
    }

    private Card card(String text) {
        String title = messages.text("cleared.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("text", text);
        data.put("action", null);
        return new Card(templates.render("notice", data), title);
    }
}
