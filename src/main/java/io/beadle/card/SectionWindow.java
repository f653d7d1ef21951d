package io.beadle.card;

import io.beadle.knowledge.Passage;
import java.util.List;

/**
 * As much of a section as fits on a card, around the passage that was asked for.
 *
 * @param before whether something of the section stands before it
 * @param after whether something of the section stands after it
 */
record SectionWindow(List<Passage> passages, boolean before, boolean after) {
    /** What the frame of each passage takes on the card. */
    private static final int FRAME = 200;

    /**
     * The passage and its neighbours, in turn after and before it, as long as they fit whole.
     *
     * @param room in characters; a passage longer than it is cut
     */
    static SectionWindow around(Passage passage, List<Passage> section, int room) {
        List<String> ids = section.stream().map(Passage::id).toList();
        int at = ids.indexOf(passage.id());
        if (at < 0) {
            return around(passage, List.of(passage), room);
        }
        int first = at;
        int last = at;
        int left = room - weight(section.get(at));
        boolean grown = true;
        while (grown) {
            grown = false;
            if (last + 1 < section.size() && weight(section.get(last + 1)) <= left) {
                last++;
                left -= weight(section.get(last));
                grown = true;
            }
            if (first > 0 && weight(section.get(first - 1)) <= left) {
                first--;
                left -= weight(section.get(first));
                grown = true;
            }
        }
        List<Passage> shown = section.subList(first, last + 1);
        if (left < 0) {
            shown = List.of(cut(section.get(at), room));
        }
        return new SectionWindow(shown, first > 0, last + 1 < section.size());
    }

    private static int weight(Passage passage) {
        return FRAME + Excerpts.weight(passage.text());
    }

    private static Passage cut(Passage passage, int room) {
        String text = Excerpts.of(List.of(passage.text()), room, "…").getFirst();
        return new Passage(
                passage.id(),
                passage.document(),
                passage.title(),
                passage.version(),
                passage.section(),
                passage.heading(),
                passage.page(),
                text,
                passage.score());
    }
}
