package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A clause as it is compared with that of another version: how passages are cut does not matter. */
record ClauseText(@Nullable String section, @Nullable String heading, String text) {
    static List<ClauseText> of(Passage passage) {
        return Sentences.clauses(passage.text()).stream()
                .map(clause -> new ClauseText(passage.section(), passage.heading(), clause))
                .toList();
    }

    /** What makes two clauses the same: line breaks of the source do not. */
    String normal() {
        return text.strip().replaceAll("\\s+", " ");
    }

    Set<String> words() {
        return Set.copyOf(List.of(text.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+")).stream()
                .distinct()
                .toList());
    }
}
