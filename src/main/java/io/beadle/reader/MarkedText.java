package io.beadle.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A passage's text with what Beadle quoted and what was searched for, of which any part can be written with its marks. */
record MarkedText(String text, Optional<Range> quoted, List<Range> found) {
    static final String QUOTED = "quoted";
    static final String FOUND = "found";

    /**
     * A part of the text that is marked, or not, as a whole.
     *
     * @param marks the classes of its mark; empty where it has none
     */
    record Run(String text, String marks) {}

    List<Run> runs(int from, int to) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
        quoted.ifPresent(range -> cut(cuts, range));
        found.forEach(range -> cut(cuts, range));
        List<Run> runs = new ArrayList<>();
        for (int start : cuts.subSet(from, to)) {
            int end = Math.min(
                    to, cuts.stream().filter(cut -> cut > start).findFirst().orElse(to));
            runs.add(new Run(text.substring(start, end), marks(start)));
        }
        return runs;
    }

    private static void cut(TreeSet<Integer> cuts, Range range) {
        cuts.add(range.from());
        cuts.add(range.to());
    }

    private String marks(int position) {
        List<String> marks = new ArrayList<>();
        if (quoted.filter(range -> range.holds(position)).isPresent()) {
            marks.add(QUOTED);
        }
        if (found.stream().anyMatch(range -> range.holds(position))) {
            marks.add(FOUND);
        }
        return String.join(" ", marks);
    }
}
