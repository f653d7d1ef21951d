package io.beadle.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the card under an answer was made from, so that it can be made again after another was shown in its place. It
 * travels in the card's data: keys only, and never the text of the question (G11).
 *
 * @param question the key under which what was asked is kept; empty where it is not
 * @param cited the ids of the passages quoted, in the order of their numbers
 * @param further the ids of the passages shown on demand
 * @param type the report type the question seems to tell of, null if none (G34)
 * @param followUp whether it was read together with the question before
 */
public record ShownAnswer(
        String question,
        List<String> cited,
        List<String> further,
        @Nullable String type,
        boolean followUp) {
    /** More than any answer has; a client sends more only if somebody made it. */
    private static final int MOST = 20;

    private static final int LONGEST = 200;

    public ShownAnswer {
        cited = List.copyOf(cited);
        further = List.copyOf(further);
    }

    /** The same, no longer read as a follow-up. */
    public ShownAnswer alone() {
        return new ShownAnswer(question, cited, further, type, false);
    }

    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("question", question);
        data.put("cited", cited);
        data.put("further", further);
        if (type != null) {
            data.put("type", type);
        }
        data.put("followUp", followUp);
        return data;
    }

    static ShownAnswer parse(@Nullable Object data) {
        Map<?, ?> given = data instanceof Map<?, ?> map ? map : Map.of();
        return new ShownAnswer(
                given.get("question") instanceof String question ? cut(question) : "",
                texts(given.get("cited")),
                texts(given.get("further")),
                given.get("type") instanceof String type ? cut(type) : null,
                Boolean.TRUE.equals(given.get("followUp")));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .filter(String.class::isInstance)
                        .map(item -> cut((String) item))
                        .limit(MOST)
                        .toList()
                : List.of();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
