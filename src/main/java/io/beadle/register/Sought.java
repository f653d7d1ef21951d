package io.beadle.register;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who is looked for: by ids and addresses, which must stand there as they are, and by names, of which every word must
 * stand there, in any order and however accented.
 */
final class Sought {
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Set<String>> names = new ArrayList<>();

    /** @param said a name, an id or an e-mail address */
    Sought(String said) {
        add(said);
    }

    /** Looked for by this too; whether it was not before. */
    boolean add(String said) {
        String text = said.strip();
        if (text.length() < 2) {
            return false;
        }
        if (text.matches("\\S*[@\\d:]\\S*")) {
            return ids.add(text.toLowerCase(Locale.ROOT));
        }
        Set<String> words = words(text);
        return !words.isEmpty() && !names.contains(words) && names.add(words);
    }

    /** Whether it is an id or an address of theirs. */
    boolean is(String id) {
        return ids.contains(id.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether it names them. */
    boolean isNamedBy(String name) {
        Set<String> words = words(name);
        return names.stream().anyMatch(words::containsAll);
    }

    boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return ids.stream().anyMatch(lower::contains) || isNamedBy(text);
    }

    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        Set<String> words =
                new LinkedHashSet<>(List.of(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")));
        words.remove("");
        return words;
    }

    /** How many ids and names: nothing of them reaches a log. */
    @Override
    public String toString() {
        return "Sought[" + ids.size() + ", " + names.size() + "]";
    }
}
