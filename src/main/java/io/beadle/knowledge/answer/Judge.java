package io.beadle.knowledge.answer;

import io.beadle.knowledge.Passage;
import java.util.List;

/** How sure it is that the best passage answers: see RATIONALE.md, "How sure is sure?". */
final class Judge {
    /** At least so sure is answered. */
    static final double SURE = 0.5;

    /** Less sure than this, and what was found is not even near. */
    static final double NEAR = 0.1;

    /** The score, lifted by its lead, at which it is as likely as not that the passage answers. */
    private static final double EVEN = 0.64;

    /** How much more it takes to be sure of it: the odds grow by e for every such step. */
    private static final double STEP = 0.04;

    private static final double LEAD = 0.5;

    /** The one that stands for "what every question finds". */
    private static final int ORDINARY = 20;

    private Judge() {}

    /**
     * @param passages best first, as many as were found
     * @param doubt as in {@link Reading#doubt()}
     */
    static double confidence(List<Passage> passages, double doubt) {
        if (passages.isEmpty()) {
            return 0;
        }
        double best = passages.getFirst().score() - doubt;
        double ordinary = passages.get(Math.min(ORDINARY, passages.size()) - 1).score();
        return 1 / (1 + Math.exp((EVEN - best - LEAD * (best - ordinary)) / STEP));
    }
}
