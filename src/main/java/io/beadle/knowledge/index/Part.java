package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * What has a vector: a passage, or one of its sentences.
 *
 * @param clause which clause of the passage the sentence is from, {@link Fields#WHOLE} for the passage
 * @param text what is embedded
 */
record Part(Passage passage, int clause, String text) {
    /** The passage and then its sentences. */
    static List<Part> of(Passage passage) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(passage, Fields.WHOLE, Fields.inContext(passage, passage.text())));
        List<String> clauses = Sentences.clauses(passage.text());
        for (int i = 0; i < clauses.size(); i++) {
            for (String sentence : Sentences.of(clauses.get(i))) {
                parts.add(new Part(passage, i, Fields.inContext(passage, sentence)));
            }
        }
        return parts;
    }

    boolean isWhole() {
        return clause == Fields.WHOLE;
    }
}
