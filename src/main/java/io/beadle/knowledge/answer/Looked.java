package io.beadle.knowledge.answer;

import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.index.Asked;
import io.beadle.knowledge.index.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found to a question, and what is to be made of it.
 *
 * @param found best first
 * @param refused whether the question is one that the policies here cannot answer, whatever was found
 */
record Looked(Asked asked, List<Found> found, boolean refused) {
    private static final int SHOWN = 10;

    /** Documents that answer, side by side. */
    private static final int MOST_CITATIONS = 3;

    /** How much surer than sure another document must be to stand beside the first. */
    private static final double BESIDE = 0.08;

    Answer answer() {
        List<Passage> passages = found.stream().map(Found::passage).limit(SHOWN).toList();
        double confidence = found.isEmpty() ? 0 : confidence(found);
        if (confidence < Judge.NEAR) {
            return new Answer.NotFound(confidence, passages);
        }
        return confidence < Judge.SURE
                ? new Answer.Closest(confidence, Quote.of(found.getFirst()), passages)
                : new Answer.Answered(confidence, citations(), passages);
    }

    Signs signs(List<Found> ofThese) {
        return Signs.of(asked, Wanted.by(asked.text()), ofThese);
    }

    private double confidence(List<Found> ofThese) {
        double confidence = Judge.FITTED.confidence(signs(ofThese));
        return refused ? confidence * Judge.NEAR : confidence;
    }

    /** The best, and the best of other documents that answer as surely: they may say something else. */
    private List<Citation> citations() {
        List<Citation> citations = new ArrayList<>();
        Set<String> cited = new HashSet<>();
        for (int i = 0; i < found.size() && citations.size() < MOST_CITATIONS; i++) {
            boolean other = cited.add(found.get(i).passage().document());
            if (other && (i == 0 || confidence(from(i)) >= Judge.SURE + BESIDE)) {
                citations.add(Quote.of(found.get(i)));
            }
        }
        return citations;
    }

    /** As if this one were the best. */
    private List<Found> from(int first) {
        List<Found> led = new ArrayList<>(found);
        led.addFirst(led.remove(first));
        return led;
    }
}
