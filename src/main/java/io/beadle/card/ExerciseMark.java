package io.beadle.card;

import io.beadle.content.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says on top of a card, in its notification and in what clients show that know no cards that it belongs to a drill. It is put on
 * here and not by the templates, so that no template of a council can lack it.
 */
public final class ExerciseMark {
    private static final String BODY = "body";
    private static final String FALLBACK = "fallbackText";

    private final Messages messages;

    public ExerciseMark(Messages messages) {
        this.messages = messages;
    }

    /** The card, marked where it belongs to a drill; a card that is marked already stays as it is. */
    public Card on(Card card, boolean exercise) {
        String word = word();
        if (!exercise || card.summary().startsWith(word)) {
            return card;
        }
        Map<String, Object> json = new LinkedHashMap<>(card.json());
        List<Object> body = new ArrayList<>();
        body.add(banner());
        if (json.get(BODY) instanceof List<?> below) {
            body.addAll(below);
        }
        json.put(BODY, body);
        json.put(FALLBACK, word + json.getOrDefault(FALLBACK, card.summary()));
        return new Card(json, word + card.summary());
    }

    /** The text, a line or more, with the word in front where it belongs to a drill; once is enough. */
    public String on(String text, boolean exercise) {
        return exercise && !text.startsWith(word()) ? word() + text : text;
    }

    private String word() {
        return messages.text("exercise.word") + ": ";
    }

    private Map<String, Object> banner() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "TextBlock");
        line.put("text", messages.text("exercise.mark"));
        line.put("weight", "Bolder");
        line.put("wrap", true);
        Map<String, Object> banner = new LinkedHashMap<>();
        banner.put("type", "Container");
        banner.put("style", "warning");
        banner.put("bleed", true);
        banner.put("items", List.of(line));
        return banner;
    }
}
