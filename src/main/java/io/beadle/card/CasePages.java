package io.beadle.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Breaks all that an incident holds into pages, each of which fits on a card. */
final class CasePages {
    /** What a line takes besides its words, in characters of JSON. */
    private static final int LINE = 170;

    /** The same of a heading. */
    private static final int HEADING = 240;

    private final List<List<Map<String, Object>>> pages = new ArrayList<>();
    private final int later;
    private final String cut;
    private int left;

    /**
     * The pages.
     *
     * @param first the room on the first page, {@code later} on every other, in characters of JSON
     * @param cut what stands at the end of a line that fits on no page as it is
     */
    CasePages(List<CaseLines.Section> sections, int first, int later, String cut) {
        this.later = later;
        this.cut = cut;
        this.left = first;
        pages.add(new ArrayList<>());
        sections.forEach(this::add);
    }

    /** That page, or the nearest there is, from 0. */
    List<Map<String, Object>> get(int page) {
        return pages.get(nearest(page));
    }

    int nearest(int page) {
        return Math.clamp(page, 0, pages.size() - 1);
    }

    int size() {
        return pages.size();
    }

    private void add(CaseLines.Section section) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (IncidentRecord.Line line : section.lines()) {
            int heading = lines.isEmpty() ? HEADING + Excerpts.weight(section.title()) : 0;
            int frame = LINE + Excerpts.weight(line.asked());
            if (heading + frame + Excerpts.weight(line.shown()) > left) {
                lines = new ArrayList<>();
                pages.add(new ArrayList<>());
                left = later;
                heading = HEADING + Excerpts.weight(section.title());
            }
            String shown = Excerpts.of(List.of(line.shown()), left - heading - frame, cut)
                    .getFirst();
            if (lines.isEmpty()) {
                Map<String, Object> shownSection = new HashMap<>();
                shownSection.put("title", section.title());
                shownSection.put("lines", lines);
                pages.getLast().add(shownSection);
            }
            lines.add(Map.of("asked", line.asked(), "shown", shown));
            left -= heading + frame + Excerpts.weight(shown);
        }
    }
}
