package io.beadle.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties there are, by {@code examples.properties}, and which one somebody may have meant. */
final class KnownProperties {
    private static final Pattern SECRET = Pattern.compile(".*(secret|password|keys?|credential|uri)(\\[.*)?");

    /** More letters than these are another word. */
    private static final int FARTHEST = 4;

    private final Map<String, String> examples = new TreeMap<>();

    KnownProperties() {
        Properties read = new Properties();
        try (InputStream file = KnownProperties.class.getResourceAsStream("examples.properties")) {
            read.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read.forEach((name, example) -> examples.put(name.toString(), example.toString()));
    }

    @Nullable
    String example(String name) {
        return examples.get(name.replaceFirst("\\[.*", ""));
    }

    /** Whether its value is told nobody. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /**
     * Whether there is such a property, however it is spelt.
     *
     * @param loose whether dots are no different from hyphens, as in the environment
     */
    boolean has(String name, boolean loose) {
        return examples.keySet().stream().anyMatch(known -> plain(known, loose).equals(plain(name, loose)));
    }

    /** The one that is spelt most alike, if any is at all. */
    Optional<String> meant(String name) {
        return examples.keySet().stream()
                .min(Comparator.comparingInt(known -> distance(plain(known, true), plain(name, true))))
                .filter(known -> distance(plain(known, true), plain(name, true)) <= FARTHEST);
    }

    private static String plain(String name, boolean loose) {
        return name.replaceFirst("\\[.*", "").replaceAll(loose ? "[.-]" : "-", "");
    }

    /** How many letters must be put in, taken out or changed (Levenshtein). */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
