package io.beadle.teams;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Beadle sends: a text, or a card. Teams splits a text with a card in two and gives no id, so it is one of them.
 *
 * @param text Markdown; null when there is a card
 * @param card Adaptive Card JSON as a tree of maps, lists, strings, numbers and booleans; null when there is a text
 * @param summary what a notification shows of a card: never typed text (G11)
 * @param entities activity entities, such as citations, as trees
 * @param channelData Teams' own settings of the message, such as the feedback loop, as a tree
 */
public record Message(
        @Nullable String text,
        @Nullable Map<String, Object> card,
        @Nullable String summary,
        List<Map<String, Object>> entities,
        Map<String, Object> channelData) {
    public Message {
        if ((text == null) == (card == null)) {
            throw new IllegalArgumentException(
                    "A message is a text or a card: it has " + (text == null ? "neither" : "both"));
        }
        entities = List.copyOf(entities);
        channelData = Map.copyOf(channelData);
    }

    public static Message text(String text) {
        return new Message(text, null, null, List.of(), Map.of());
    }

    public static Message card(Map<String, Object> card, String summary) {
        return new Message(null, card, summary, List.of(), Map.of());
    }
}
