package io.beadle.knowledge.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells running heads and feet by their place: the same words at the same height of several pages. */
final class PageEnds {
    private static final Pattern NUMBER =
            Pattern.compile("(?i)\\W*(page )?(\\d{1,4}|[ivx]{1,5})( (of|/) \\d{1,4})?" + "( ?\\| ?p ?a ?g ?e)?\\W*");
    /** Share of a page's height, above and below, where heads and feet stand. */
    private static final double MARGIN = 0.2;

    private static final double NUMBER_MARGIN = 0.12;
    private static final double ENOUGH_PAGES = 0.4;

    private PageEnds() {}

    /** The lines that are neither head nor foot. */
    static List<PrintedLine> without(List<PrintedLine> lines, int pages) {
        Map<String, Set<Integer>> pagesOf = new HashMap<>();
        for (PrintedLine line : lines) {
            place(line)
                    .forEach(place -> pagesOf.computeIfAbsent(place, key -> new HashSet<>())
                            .add(line.page()));
        }
        double enough = Math.max(2, ENOUGH_PAGES * pages);
        return lines.stream()
                .filter(line -> !isPageNumber(line))
                .filter(line -> !isWithin(MARGIN, line)
                        || place(line).stream()
                                .noneMatch(place ->
                                        pagesOf.getOrDefault(place, Set.of()).size() >= enough))
                .toList();
    }

    private static boolean isPageNumber(PrintedLine line) {
        return isWithin(NUMBER_MARGIN, line) && NUMBER.matcher(line.text()).matches();
    }

    private static boolean isWithin(double margin, PrintedLine line) {
        return line.y() < margin * line.height() || line.y() > (1 - margin) * line.height();
    }

    /** Words, numbers masked, and height; two heights, so that a hair's breadth makes no difference. */
    private static List<String> place(PrintedLine line) {
        String words = line.text().replaceAll("\\d+", "#");
        return List.of(words + Math.round(line.y() / 6), words + ' ' + Math.round(line.y() / 6 + 0.5));
    }
}
