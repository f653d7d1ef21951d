package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody reads who sent a file: the warning before anything of it is fetched (G13), and what they decided. */
@Component
public final class EvidenceCard {
    /** The answer in which they choose a report. */
    static final String CHOSEN = "chosen";

    private final CardTemplates templates;
    private final Messages messages;
    private final Phrases phrases;

    EvidenceCard(CardTemplates templates, Messages messages, Phrases phrases) {
        this.templates = templates;
        this.messages = messages;
        this.phrases = phrases;
    }

    /**
     * A report that what was sent may be for.
     *
     * @param report the id of its draft
     * @param label what its reporter calls it
     */
    public record Choice(String report, String label) {}

    /**
     * Is it safe to keep, and for which report?
     *
     * @param report the id of its draft, "" to let them choose
     * @param choices that report alone, or those to choose from
     * @param again whether to say that they have to choose
     */
    public Card ask(String report, List<Choice> choices, boolean again) {
        boolean choosing = report.isEmpty();
        String title = messages.text("evidence.title");
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("warning", phrases.withNumbers("evidence.warning"));
        data.put(
                "what",
                choosing
                        ? null
                        : messages.text("evidence.for", choices.getFirst().label()));
        data.put("problem", again ? messages.text("evidence.choose") : null);
        data.put("choosing", choosing);
        data.put("choiceId", InputIds.of(CHOSEN));
        data.put("choiceLabel", messages.text("evidence.which"));
        data.put(
                "choices",
                choices.stream()
                        .map(choice -> Map.of("title", choice.label(), "value", choice.report()))
                        .toList());
        data.put("report", report);
        data.put("keepTitle", messages.text("evidence.keep"));
        data.put("dropTitle", messages.text("evidence.drop"));
        return new Card(templates.render("evidence", data), title);
    }

    public Card getting(String report) {
        return notice("evidence.getting.title", messages.text("evidence.getting", report));
    }

    public Card dropped() {
        return notice("evidence.dropped.title", phrases.withNumbers("evidence.dropped"));
    }

    public Card nothing() {
        return notice("evidence.nothing.title", messages.text("evidence.nothing"));
    }

    private Card notice(String titleKey, String text) {
        String title = messages.text(titleKey);
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("text", text);
        data.put("action", null);
        return new Card(templates.render("notice", data), title);
    }
}
