package io.beadle.reader;

import io.beadle.knowledge.Passage;

/** What a link to a part of a page ends in: the same as long as the document says the same. */
final class Anchor {
    private Anchor() {}

    static String of(Passage passage) {
        return "c-" + passage.id();
    }

    /** Of the heading above a section that begins with this passage. */
    static String ofSection(Passage first) {
        return "s-" + first.id();
    }
}
