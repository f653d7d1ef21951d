package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What stands around a passage in its document. */
final class Section {
    private Section() {}

    /**
     * The unbroken run of passages with the same heading that the passage is in: a heading may come again further on.
     *
     * @param document all passages of the document, in its order
     */
    static List<Passage> around(Passage passage, List<Passage> document) {
        List<Passage> run = new ArrayList<>();
        boolean found = false;
        for (Passage next : document) {
            if (!run.isEmpty() && !Objects.equals(run.getLast().heading(), next.heading())) {
                if (found) {
                    return run;
                }
                run.clear();
            }
            run.add(next);
            found |= next.id().equals(passage.id());
        }
        return found ? run : List.of();
    }
}
