package io.beadle.knowledge.answer;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.Sentences;
import io.beadle.knowledge.index.Asked;
import io.beadle.knowledge.index.Found;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What speaks for and against that the best passage answers: see RATIONALE.md, "How sure is sure?"
 *
 * @param meaning how near it, or its best sentence, is to the question
 * @param words the share of the question's words in it, weighed as the search weighs them
 * @param subject the share of what the question is about that it names
 * @param clause the same of its best clause
 * @param unknown the share of what the question is about that no document names
 * @param lead how far ahead of the fourth passage it is
 * @param lacking 1 if it has nothing of the kind that is asked for
 */
record Signs(double meaning, double words, double subject, double clause, double unknown, double lead, double lacking) {
    /** The fourth is the first that is not shown. */
    private static final int BEHIND = 3;

    /** @param found best first, at least one */
    static Signs of(Asked asked, Wanted wanted, List<Found> found) {
        Found best = found.getFirst();
        Passage passage = best.passage();
        String under = passage.title() + "\n" + (passage.heading() == null ? "" : passage.heading()) + "\n";
        List<String> clauses = Sentences.clauses(passage.text());
        return new Signs(
                Math.max(best.whole(), best.sentence()),
                best.words(),
                asked.subject(under + passage.text()),
                asked.subject(under + clauses.get(Math.min(best.clause(), clauses.size() - 1))),
                asked.unknown(),
                passage.score()
                        - found.get(Math.min(BEHIND, found.size() - 1))
                                .passage()
                                .score(),
                wanted.isIn(passage.text()) ? 0 : 1);
    }

    /** By name, in the order of the names. */
    Map<String, Double> byName() {
        return new TreeMap<>(Map.of(
                "meaning", meaning,
                "words", words,
                "subject", subject,
                "clause", clause,
                "unknown", unknown,
                "lead", lead,
                "lacking", lacking));
    }
}
