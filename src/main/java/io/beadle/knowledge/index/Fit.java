package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;

/** How well one passage fits a question, put together from its measures: see RATIONALE.md, "How are passages ranked?" */
final class Fit {
    private static final double MEANING = 0.8;
    private static final double SENTENCE = 0.5;

    private double words;
    private double whole;
    private double sentence;
    private int clause;
    private int part = -1;
    private int parts;

    /** @param share of the question's words, 0 to 1 */
    void words(double share) {
        words = share;
    }

    /** @param ofClause a clause's number or {@link Fields#WHOLE} */
    void meaning(int ofClause, double cosine) {
        if (ofClause == Fields.WHOLE) {
            whole = cosine;
            return;
        }
        if (part < 0 || cosine > sentence) {
            sentence = cosine;
            clause = ofClause;
            part = parts;
        }
        parts++;
    }

    /** 0 to 1. */
    double score() {
        double meaning = part < 0 ? whole : SENTENCE * sentence + (1 - SENTENCE) * whole;
        return Math.clamp(MEANING * meaning + (1 - MEANING) * words, 0, 1);
    }

    Found found(Passage passage) {
        return new Found(passage.withScore(score()), clause, part, words, whole, part < 0 ? whole : sentence);
    }
}
