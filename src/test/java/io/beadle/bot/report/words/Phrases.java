package io.beadle.bot.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The phrases of {@code src/test/resources/words}, and the clock they were written for. */
public final class Phrases {
    static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 18, 15, 30);
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final InstantSource CLOCK = InstantSource.fixed(NOW.atZone(ZONE).toInstant());

    /** The fields of a line: what is expected first, what people wrote last. */
    public record Phrase(List<String> fields) {
        public String expected() {
            return fields.getFirst();
        }

        public String written() {
            return fields.getLast();
        }
    }

    private Phrases() {}

    public static List<Phrase> of(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream("/words/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(" | "))
                    .map(line -> new Phrase(
                            Stream.of(line.split(" \\| ")).map(String::strip).toList()))
                    .toList();
        }
    }

    /** The lines that are not read as expected. */
    public static List<String> wrong(String file, Predicate<Phrase> right) throws IOException {
        return of(file).stream()
                .filter(right.negate())
                .map(phrase -> String.join(" | ", phrase.fields()))
                .toList();
    }
}
