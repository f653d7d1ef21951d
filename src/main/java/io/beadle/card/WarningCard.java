package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.incident.Act;
import io.beadle.incident.Incident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A warning as everybody gets it (G28): the approved words, whom to ring, and nothing else of the incident. */
@Component
public final class WarningCard {
    /** The field of a warning that holds its words. */
    private static final String WORDS = "text";

    private final CardTemplates templates;
    private final Messages messages;
    private final Contacts contacts;
    private final Phrases phrases;
    private final ExerciseMark marks;

    WarningCard(CardTemplates templates, Messages messages, Contacts contacts, Phrases phrases) {
        this.templates = templates;
        this.messages = messages;
        this.contacts = contacts;
        this.phrases = phrases;
        this.marks = new ExerciseMark(messages);
    }

    /** The same for everybody; {@code words} is the act that holds them. */
    public Card of(Incident incident, Act words) {
        String title =
                messages.text("person.warned.all.title", contacts.securityTeam().name());
        Map<String, Object> data = new HashMap<>();
        data.put("summary", title);
        data.put("title", title);
        data.put("notice", null);
        data.put("state", messages.text("person.warned.all"));
        data.put("missing", null);
        data.put("sections", words(words, messages));
        data.put("hasButtons", false);
        data.put("buttons", List.of());
        data.put("urgent", phrases.urgent());
        return marks.on(new Card(templates.render("incident-record", data), title), incident.exercise());
    }

    /** The approved words, in a personal chat only (G11). */
    static List<Map<String, Object>> words(Act written, Messages messages) {
        List<Map<String, String>> lines = written.answers().stream()
                .filter(answer -> answer.question().equals(WORDS))
                .map(answer -> Map.of("asked", messages.text("person.warned.text"), "shown", answer.shown()))
                .toList();
        return List.of(Map.of("title", messages.text("person.warned.title"), "lines", lines));
    }
}
