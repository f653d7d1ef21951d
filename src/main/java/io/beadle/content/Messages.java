package io.beadle.content;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;

/** What Beadle says, by key; the text behind a key is edited in {@code bot/messages.properties}. */
public final class Messages {
    private final Map<String, String> texts;

    Messages(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /**
     * The text with {@code {0}}, {@code {1}} … filled in.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String text(String key, Object... arguments) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No message has the key " + key);
        }
        return new MessageFormat(pattern, Locale.UK).format(arguments);
    }
}
