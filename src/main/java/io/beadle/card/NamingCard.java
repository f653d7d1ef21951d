package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.incident.AnonymousToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How to report without one's name: in confidence first, then anonymously, with what that does not hide (G8). */
@Component
public final class NamingCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final Phrases phrases;

    NamingCard(CardTemplates templates, Messages messages, Phrases phrases) {
        this.templates = templates;
        this.messages = messages;
        this.phrases = phrases;
    }

    /**
     * The card.
     *
     * @param draft the report that goes on so; empty for a new one
     * @param token of the report if it is anonymous: pressed twice, it is begun once
     */
    public Card of(String draft, AnonymousToken token) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("noname.summary"));
        data.put("title", messages.text("noname.title"));
        data.put(
                "ways",
                List.of(
                        Map.of(
                                "title", messages.text("noname.confidential.title"),
                                "text", messages.text("noname.confidential.text"),
                                "button", messages.text("noname.confidential"),
                                "naming", CONFIDENTIAL,
                                "style", "positive"),
                        Map.of(
                                "title", messages.text("noname.anonymous.title"),
                                "text", messages.text("noname.anonymous.text"),
                                "button", messages.text("noname.anonymous"),
                                "naming", token.id(),
                                "style", "default")));
        data.put("withName", messages.text("noname.with.name"));
        data.put("draft", draft);
        data.put("urgent", phrases.urgent());
        return new Card(templates.render("report-naming", data), messages.text("noname.summary"));
    }

    /** What stands in card data for a report in confidence. */
    public static final String CONFIDENTIAL = "confidential";
}
