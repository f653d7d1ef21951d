package io.beadle.knowledge.answer;

import io.beadle.knowledge.document.Sentences;
import io.beadle.knowledge.index.Asked;
import io.beadle.knowledge.index.Found;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was found for what a question wants to be told to do: see RATIONALE.md, "What does the judge read?" */
final class Reading implements Reordering {
    /** What a passage is worth more that says what to do about all that the question names. */
    private static final double PRESCRIBED = 0.1;

    private static final double LACKING = 0.02;

    /** All words of the question but the commonest. */
    private static final double ALL = 0.95;

    /** Where in a passage: as {@link Found#clause()} and {@link Found#part()}. */
    private record Place(int clause, int part) {}

    @Override
    public List<Found> of(Asked asked, List<Found> found) {
        return Wanted.by(asked.text()) == Wanted.ACTION
                ? found.stream()
                        .map(one -> prescribing(asked, one))
                        .sorted(Found.BEST_FIRST)
                        .toList()
                : found;
    }

    /** Who asks what to do about a thing needs a clause that names it and says to do something, not one that only names it. */
    private static Found prescribing(Asked asked, Found one) {
        String text = one.passage().text();
        if (!Wanted.ACTION.isIn(text)) {
            return one.withScore(Math.max(0, one.passage().score() - LACKING));
        }
        return asked.share(one.passage().heading() + "\n" + text) < ALL
                ? one
                : prescription(asked, Sentences.clauses(text))
                        .map(place -> one.withScore(Math.min(1, one.passage().score() + PRESCRIBED))
                                .withPlace(place.clause(), place.part()))
                        .orElse(one);
    }

    /**
     * Of the sentences that say what to do the one that names most of what the question names; the first of several. What has
     * happened counts before all else: the thing it happened to is named by every other sentence of the clause.
     */
    private static Optional<Place> prescription(Asked asked, List<String> clauses) {
        @Nullable Place best = null;
        double most = 0;
        int part = 0;
        for (int i = 0; i < clauses.size(); i++) {
            for (String sentence : Sentences.of(clauses.get(i))) {
                double fit = Wanted.ACTION.isIn(sentence) ? fit(asked, sentence) : 0;
                if (fit > most) {
                    best = new Place(i, part);
                    most = fit;
                }
                part++;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double fit(Asked asked, String sentence) {
        return asked.share(sentence) + (Happening.isNamed(asked, sentence) ? 1 : 0);
    }
}
