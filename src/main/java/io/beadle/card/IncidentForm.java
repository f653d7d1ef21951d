package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A card on which something is said about an incident: one or a few fields, a button to send and one to leave it. */
@Component
final class IncidentForm {
    private final CardTemplates templates;
    private final Messages messages;
    private final QuestionFields fields;

    IncidentForm(CardTemplates templates, Messages messages, QuestionFields fields) {
        this.templates = templates;
        this.messages = messages;
        this.fields = fields;
    }

    /**
     * What the form says.
     *
     * @param intro one sentence on what becomes of it
     * @param quoted what it is about, which may be typed; null for nothing
     * @param answers what the fields hold
     * @param problems what is wrong, by question
     * @param urgent whom to ring; null for those who are rung
     */
    record Words(
            String title,
            String intro,
            @Nullable String quoted,
            List<Question> questions,
            Map<String, String> answers,
            Map<String, String> problems,
            String sendTitle,
            @Nullable String urgent) {}

    /**
     * The card.
     *
     * @param key names what is sent: pressed twice, it is said once
     * @param leave the verb of the way back
     */
    Card of(Words words, IncidentButton send, String key, String leave, Instant now) {
        Map<String, Object> data = new HashMap<>(send.shown(true));
        data.put("summary", words.title());
        data.put("title", words.title());
        data.put("intro", words.intro());
        data.put("quoted", words.quoted());
        data.put("problem", words.problems().isEmpty() ? null : messages.text("report.look"));
        data.put(
                "questions",
                words.questions().stream()
                        .map(q -> fields.of(q, words.answers(), words.problems().get(q.id()), now))
                        .toList());
        data.put("sendTitle", words.sendTitle());
        data.put("key", key);
        data.put("leave", leave);
        data.put("leaveTitle", messages.text("record.leave"));
        data.put("urgent", words.urgent());
        return new Card(templates.render("incident-form", data), words.title());
    }
}
