package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import java.util.Comparator;

/**
 * A passage that was found, and why.
 *
 * @param clause which of its clauses fits best, from 0
 * @param part which of its sentences fits best, from 0 through all its clauses; -1 where it has none
 * @param words share of the question's words in it, weighted by rarity, 0 to 1
 * @param whole nearness in meaning of the whole passage, -1 to 1
 * @param sentence nearness in meaning of its best sentence, -1 to 1; that of the whole where it has none
 */
public record Found(Passage passage, int clause, int part, double words, double whole, double sentence) {
    public static final Comparator<Found> BEST_FIRST =
            Comparator.comparingDouble((Found one) -> one.passage().score()).reversed();

    public Found withScore(double score) {
        return new Found(passage.withScore(score), clause, part, words, whole, sentence);
    }

    public Found withPlace(int betterClause, int betterPart) {
        return new Found(passage, betterClause, betterPart, words, whole, sentence);
    }
}
