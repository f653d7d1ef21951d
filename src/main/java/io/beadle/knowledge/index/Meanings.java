package io.beadle.knowledge.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Vectors of texts, each computed once as long as it is among the {@value #REMEMBERED} last asked for; 1.5 KB each. */
final class Meanings {
    static final int REMEMBERED = 2_000;

    /** A tenth of a second's worth: a question that comes meanwhile does not wait for all. */
    static final int AT_ONCE = 8;

    private final Function<List<String>, List<float[]>> model;
    private final Map<String, float[]> remembered = Collections.synchronizedMap(new LeastRecentlyUsed<>(REMEMBERED));

    Meanings(Function<List<String>, List<float[]>> model) {
        this.model = model;
    }

    /** In the order of the texts; remembered. */
    List<float[]> of(List<String> texts) {
        Map<String, float[]> vectors = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String text : new LinkedHashSet<>(texts)) {
            float[] known = remembered.get(text);
            if (known == null) {
                missing.add(text);
            } else {
                vectors.put(text, known);
            }
        }
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            List<String> some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
            List<float[]> computed = model.apply(some);
            for (int i = 0; i < some.size(); i++) {
                vectors.put(some.get(i), computed.get(i));
                remembered.put(some.get(i), computed.get(i));
            }
        }
        return texts.stream()
                .map(text -> Objects.requireNonNull(vectors.get(text)))
                .toList();
    }

    /** Of a text that somebody just typed, and that is not to be remembered for its sake. */
    float[] once(String typed) {
        float[] known = remembered.get(typed);
        return known == null ? model.apply(List.of(typed)).getFirst() : known;
    }
}
