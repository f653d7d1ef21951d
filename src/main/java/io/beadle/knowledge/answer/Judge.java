package io.beadle.knowledge.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How sure it is that the best passage answers, as fitted by {@code CalibrationTests}: see RATIONALE.md, "How sure is sure?"
 *
 * @param questions how many it was fitted on
 * @param weights by the name of the sign
 * @param start what the weighed signs are added to
 */
record Judge(int questions, Map<String, Double> weights, double start) {
    /** At least so sure is answered. */
    static final double SURE = 0.6;

    /** Less sure than this, and what was found is not even near. */
    static final double NEAR = 0.2;

    static final String RESOURCE = "judge.json";

    static final Judge FITTED = load();

    private static Judge load() {
        try (InputStream resource = Judge.class.getResourceAsStream(RESOURCE)) {
            return JsonMapper.shared().readValue(resource, Judge.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 to 1. */
    double confidence(Signs signs) {
        double sum = start;
        for (Map.Entry<String, Double> sign : signs.byName().entrySet()) {
            sum += weights.getOrDefault(sign.getKey(), 0.0) * sign.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
