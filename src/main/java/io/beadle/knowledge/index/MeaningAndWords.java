package io.beadle.knowledge.index;

import io.beadle.content.Glossary;
import io.beadle.knowledge.Likeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Questions ask the same when they mean nearly the same and no word tells them apart. Words are compared first: they cost
 * nothing, and for most questions that is the end of it.
 */
@Component
class MeaningAndWords implements Likeness {
    /** At least so near in meaning is the same: see RATIONALE.md, "When do two questions ask the same?". */
    static final double SAME = 0.885;

    /** At least so near to the first of a group belongs to it. */
    static final double GROUP = 0.88;

    /** More curated answers than a council has; what overflows is only taken apart again. */
    private static final int REMEMBERED = 1_000;

    private final Meanings meanings;
    private final Thesaurus thesaurus;
    private final Map<String, Wording> remembered = new ConcurrentHashMap<>();

    MeaningAndWords(LiveIndex index, Glossary glossary) {
        meanings = new Meanings(index::vectors);
        thesaurus = new Thesaurus(glossary);
    }

    @Override
    public Optional<String> same(String question, List<String> asked) {
        Wording wording = Wording.of(question, thesaurus);
        List<String> candidates = asked.stream()
                .filter(other -> wording.agrees(remembered(other)))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<float[]> vectors = meanings.of(candidates);
        float[] meaning = meanings.once(question);
        return IntStream.range(0, candidates.size())
                .boxed()
                .filter(i -> near(vectors.get(i), meaning) >= SAME)
                .max(Comparator.comparingDouble(i -> near(vectors.get(i), meaning)))
                .map(candidates::get);
    }

    private Wording remembered(String asked) {
        if (remembered.size() > REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(asked, text -> Wording.of(text, thesaurus));
    }

    @Override
    public List<List<String>> groups(List<String> questions) {
        List<float[]> vectors = meanings.of(questions);
        List<float[]> firsts = new ArrayList<>();
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            float[] meaning = vectors.get(i);
            int nearest = -1;
            for (int group = 0; group < firsts.size(); group++) {
                if (nearest < 0 || near(firsts.get(group), meaning) > near(firsts.get(nearest), meaning)) {
                    nearest = group;
                }
            }
            if (nearest < 0 || near(firsts.get(nearest), meaning) < GROUP) {
                firsts.add(meaning);
                groups.add(new ArrayList<>());
                nearest = groups.size() - 1;
            }
            groups.get(nearest).add(questions.get(i));
        }
        groups.sort(
                Comparator.comparingInt((List<String> group) -> group.size()).reversed());
        return groups;
    }

    /** Cosine; the vectors are of length 1. */
    static double near(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
