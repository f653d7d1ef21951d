package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTests {
    @Test
    void whatIsFilledInIsNotReadAgain() {
        Messages messages = new Messages(Map.of("hello", "Hello {0}, it''s {1}"));
        assertThat(messages.text("hello", "{1} ''", "me")).isEqualTo("Hello {1} '', it's me");
    }

    @Test
    void aTextWithoutArgumentsReadsLikeAnyOther() {
        assertThat(new Messages(Map.of("a", "It''s '{'here'}'")).text("a")).isEqualTo("It's {here}");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatThrownBy(() -> new Messages(Map.of()).text("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void everyBundledTextIsUsed() throws IOException {
        Properties bundled = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("bot/messages.properties"))) {
            bundled.load(file);
        }
        String sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTests::read)
                    .collect(Collectors.joining());
        }
        assertThat(bundled.stringPropertyNames())
                .filteredOn(key -> !key.startsWith("severity."))
                // in two voices, the reporter's and the desk's: the cards' tests show each
                .filteredOn(key -> !key.matches("(mine|case)\\.(said\\..+|reported|since)"))
                // named by the tap: what is said of a moment and how it is chosen
                .filteredOn(key -> !key.matches("moment\\.(said\\..+|other)"))
                .allMatch(key ->
                        sources.contains('"' + key + '"') || isOfAForm(key, sources) || isOfAFamily(key, sources));
    }

    /** Values of one kind are named by what their texts have in common, and each by its own word. */
    private static boolean isOfAFamily(String key, String sources) {
        return sources.contains('"' + key.substring(0, key.lastIndexOf('.') + 1) + '"');
    }

    /** A form and a piece of news are named by what their texts have in common. */
    private static boolean isOfAForm(String key, String sources) {
        return key.matches(".+\\.(title|intro|send|text)")
                && sources.contains('"' + key.substring(0, key.lastIndexOf('.')) + '"');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
