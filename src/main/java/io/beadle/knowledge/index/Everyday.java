package io.beadle.knowledge.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words of every conversation: those that tell little of what it is about, and how people type them. */
final class Everyday {
    /** As they are written. */
    static final Set<String> WORDS = lines("everyday-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> STEMS = Set.copyOf(Stems.of(String.join(" ", WORDS)));

    /** What is meant by what is typed. */
    static final Map<String, String> TYPED = lines("typed-words.txt").stream()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private Everyday() {}

    static boolean isStem(String stem) {
        return STEMS.contains(stem);
    }

    private static List<String> lines(String name) {
        try (InputStream resource = Everyday.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(Predicate.not(line -> line.startsWith("#")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
