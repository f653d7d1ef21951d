package io.beadle.knowledge.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every question means a little: the mean vector of many. Some passages are near to it and so to any question; what a
 * question shares with all others is therefore taken off it. See RATIONALE.md, "Why is the ordinary question taken off?"
 *
 * @param models as in {@link Embedder#MODEL}
 * @param questions how many it is the mean of
 */
record OrdinaryQuestion(String models, int questions, List<Float> mean) {
    static final String RESOURCE = "ordinary-question.json";

    private static final float SHARE = 0.7f;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static OrdinaryQuestion load() {
        try (InputStream resource = OrdinaryQuestion.class.getResourceAsStream(RESOURCE)) {
            OrdinaryQuestion loaded = MAPPER.readValue(resource, OrdinaryQuestion.class);
            if (!loaded.models.equals(Embedder.MODEL)) {
                throw new IllegalStateException(
                        RESOURCE + " is of " + loaded.models + ", not of " + Embedder.MODEL + ": run calibrate");
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OrdinaryQuestion of(List<float[]> vectors) {
        List<Float> mean = IntStream.range(0, Embedder.DIMENSIONS)
                .mapToObj(i -> (float) vectors.stream()
                        .mapToDouble(vector -> vector[i])
                        .average()
                        .orElse(0))
                .toList();
        return new OrdinaryQuestion(Embedder.MODEL, vectors.size(), mean);
    }

    /** What a question means beyond what they all do; no longer of length 1. */
    float[] takenOff(float[] question) {
        float[] own = new float[question.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = question[i] - SHARE * mean.get(i);
        }
        return own;
    }
}
