package io.beadle.teams;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Beadle sends: a text, a card, or Teams' own card about a file. Teams splits a text with a card in two and gives no id,
 * so it is one of them.
 *
 * @param text Markdown; null when there is a card
 * @param card Adaptive Card JSON as a tree of maps, lists, strings, numbers and booleans; null when there is none
 * @param file null when it is about no file
 * @param summary what a notification shows of a card: never typed text (G11)
 * @param entities activity entities, such as citations, as trees
 * @param channelData Teams' own settings of the message, such as the feedback loop, as a tree
 */
public record Message(
        @Nullable String text,
        @Nullable Map<String, Object> card,
        @Nullable FileCard file,
        @Nullable String summary,
        List<Map<String, Object>> entities,
        Map<String, Object> channelData) {
    public Message {
        long parts = Stream.of(text, card, file).filter(Objects::nonNull).count();
        if (parts != 1) {
            throw new IllegalArgumentException(
                    "A message is a text or a card: it has " + (parts == 0 ? "neither" : "both"));
        }
        entities = List.copyOf(entities);
        channelData = Map.copyOf(channelData);
    }

    /** About no file. */
    public Message(
            @Nullable String text,
            @Nullable Map<String, Object> card,
            @Nullable String summary,
            List<Map<String, Object>> entities,
            Map<String, Object> channelData) {
        this(text, card, null, summary, entities, channelData);
    }

    /**
     * About a file.
     *
     * @param summary what a notification shows of it: never typed text (G11)
     */
    public static Message file(FileCard file, String summary) {
        return new Message(null, null, file, summary, List.of(), Map.of());
    }

    public static Message text(String text) {
        return new Message(text, null, null, List.of(), Map.of());
    }

    public static Message card(Map<String, Object> card, String summary) {
        return new Message(null, card, summary, List.of(), Map.of());
    }
}
