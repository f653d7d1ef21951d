package io.beadle.knowledge.answer;

import io.beadle.knowledge.document.Sentences;
import io.beadle.knowledge.index.Asked;
import io.beadle.knowledge.index.Found;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Reads what was found for the kind of answer that the question wants: see RATIONALE.md, "What does the judge read?"
 *
 * @param found best first
 * @param doubt to be taken off the best passage's score, if it lacks the kind of answer
 */
record Reading(List<Found> found, double doubt) {
    /** What a passage is worth more that says what to do about all that the question names. */
    private static final double PRESCRIBED = 0.15;

    private static final double LACKING = 0.03;

    /** All words of the question but the commonest. */
    private static final double ALL = 0.95;

    static Reading of(Asked asked, List<Found> found) {
        Wanted wanted = Wanted.by(asked.text());
        if (wanted == Wanted.ANYTHING || found.isEmpty()) {
            return new Reading(found, 0);
        }
        List<Found> read = wanted == Wanted.ACTION
                ? found.stream()
                        .map(one -> prescribing(asked, one))
                        .sorted(Comparator.comparingDouble(
                                        (Found one) -> one.passage().score())
                                .reversed())
                        .toList()
                : found;
        return new Reading(read, wanted.isIn(read.getFirst().passage().text()) ? 0 : LACKING);
    }

    /** Who asks what to do about a thing needs a clause that names it and says to do something, not one that only names it. */
    private static Found prescribing(Asked asked, Found one) {
        String text = one.passage().text();
        if (!Wanted.ACTION.isIn(text)) {
            return one.withScore(Math.max(0, one.passage().score() - LACKING));
        }
        OptionalInt clause = asked.share(one.passage().heading() + "\n" + text) < ALL
                ? OptionalInt.empty()
                : prescription(asked, Sentences.clauses(text));
        return clause.isEmpty()
                ? one
                : one.withScore(Math.min(1, one.passage().score() + PRESCRIBED)).withClause(clause.getAsInt());
    }

    /** The clause with a sentence that says what to do about one of the things at least. */
    private static OptionalInt prescription(Asked asked, List<String> clauses) {
        return IntStream.range(0, clauses.size())
                .filter(i -> Sentences.of(clauses.get(i)).stream()
                        .anyMatch(sentence -> Wanted.ACTION.isIn(sentence) && asked.share(sentence) > 0))
                .findFirst();
    }
}
