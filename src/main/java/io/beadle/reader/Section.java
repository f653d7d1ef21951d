package io.beadle.reader;

import io.beadle.knowledge.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands under one heading of a document.
 *
 * @param anchor of its heading
 * @param level of its heading on the page, 2 to 4: a section of a section is one below it
 * @param number what the numbers of all its clauses begin with; null where they have none in common
 * @param heading null for text above the first heading
 */
record Section(
        String anchor,
        int level,
        @Nullable String number,
        @Nullable String heading,
        List<Passage> passages) {
    private static final int HIGHEST = 2;
    private static final int LOWEST = 4;
    private static final Pattern LETTER = Pattern.compile("\\(.*");

    static List<Section> of(List<Passage> document) {
        List<Section> sections = new ArrayList<>();
        Map<String, Integer> levels = new HashMap<>();
        for (int from = 0; from < document.size(); ) {
            int to = from + 1;
            while (to < document.size() && Objects.equals(heading(document, from), heading(document, to))) {
                to++;
            }
            List<Passage> passages = document.subList(from, to);
            String number = commonNumber(passages);
            int level =
                    number == null ? HIGHEST : Math.min(LOWEST, 1 + levels.getOrDefault(parent(number), HIGHEST - 1));
            if (number != null) {
                levels.put(number, level);
            }
            Passage first = passages.getFirst();
            sections.add(new Section(Anchor.ofSection(first), level, number, first.heading(), List.copyOf(passages)));
            from = to;
        }
        return sections;
    }

    /** The number that a clause has beyond its section's; null where it has no other. */
    @Nullable
    String ownNumber(Passage passage) {
        return Objects.equals(passage.section(), number) && heading != null ? null : passage.section();
    }

    private static @Nullable String heading(List<Passage> document, int i) {
        return document.get(i).heading();
    }

    private static String parent(String number) {
        int dot = number.lastIndexOf('.');
        return dot < 0 ? "" : number.substring(0, dot);
    }

    private static @Nullable String commonNumber(List<Passage> passages) {
        String common = null;
        for (Passage passage : passages) {
            if (passage.section() == null) {
                return null;
            }
            String number = LETTER.matcher(passage.section()).replaceFirst("");
            common = common == null ? number : common(common, number);
        }
        return common == null || common.isEmpty() ? null : common;
    }

    private static String common(String one, String other) {
        String shorter = one;
        while (!shorter.isEmpty() && !other.equals(shorter) && !other.startsWith(shorter + ".")) {
            shorter = parent(shorter);
        }
        return shorter;
    }
}
