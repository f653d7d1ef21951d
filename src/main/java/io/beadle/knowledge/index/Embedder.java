package io.beadle.knowledge.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * Texts as vectors of length 1, by meaning: those of every model behind each other, so that the cosine of two is the weighted
 * mean of what the models say. Calls are CPU-bound and stay on the calling thread, but for lists.
 */
final class Embedder implements AutoCloseable {
    /** Names models and use: vectors of other models are not comparable. */
    static final String MODEL = Arrays.stream(PackedModel.values())
            .map(model -> model.file() + "*" + model.share())
            .collect(Collectors.joining("+"));

    static final int DIMENSIONS = PackedModel.values().length * InProcessModel.DIMENSIONS;

    /** About a second's worth, after which a stop is noticed. */
    private static final int AT_ONCE = 64;

    private final List<InProcessModel> models;
    private final QuestionVectors questions = new QuestionVectors(this::embedded);
    private volatile boolean stopped;

    private Embedder(List<InProcessModel> models) {
        this.models = models;
    }

    /** Loads the models beside each other. */
    static Embedder load() {
        return new Embedder(Arrays.stream(PackedModel.values())
                .parallel()
                .map(InProcessModel::load)
                .toList());
    }

    /** Not to be changed: who asks the same gets the same again. */
    float[] query(String text) {
        return questions.of(text);
    }

    QuestionVectors questions() {
        return questions;
    }

    private float[] embedded(String text) {
        float[] together = new float[DIMENSIONS];
        for (int i = 0; i < models.size(); i++) {
            put(i, models.get(i).query(text), together);
        }
        return together;
    }

    /**
     * In the order of the texts; on all cores.
     *
     * @throws CancellationException once stopped
     */
    List<float[]> texts(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += AT_ONCE) {
            if (stopped) {
                throw new CancellationException("Stopped");
            }
            List<String> some = texts.subList(from, Math.min(from + AT_ONCE, texts.size()));
            List<float[]> together =
                    some.stream().map(text -> new float[DIMENSIONS]).toList();
            for (int i = 0; i < models.size(); i++) {
                List<float[]> own = models.get(i).texts(some);
                for (int j = 0; j < own.size(); j++) {
                    put(i, own.get(j), together.get(j));
                }
            }
            vectors.addAll(together);
        }
        return vectors;
    }

    /**
     * In the order of the texts; one after the other on the calling thread.
     *
     * @param beforeEach may wait
     * @throws CancellationException once stopped
     */
    List<float[]> texts(List<String> texts, Runnable beforeEach) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            beforeEach.run();
            if (stopped) {
                throw new CancellationException("Stopped");
            }
            float[] together = new float[DIMENSIONS];
            for (int i = 0; i < models.size(); i++) {
                put(i, models.get(i).text(text), together);
            }
            vectors.add(together);
        }
        return vectors;
    }

    /**
     * By the first model alone: to compare texts of the same kind it tells more than all together, whose sum has hardly any
     * vectors that are not alike.
     */
    List<float[]> meanings(List<String> texts) {
        return texts.isEmpty() ? List.of() : models.getFirst().texts(texts);
    }

    private void put(int model, float[] vector, float[] together) {
        float weight = (float) Math.sqrt(models.get(model).packed().share());
        for (int i = 0; i < vector.length; i++) {
            together[model * InProcessModel.DIMENSIONS + i] = weight * vector[i];
        }
    }

    /** Ends the making of an index early. */
    void stop() {
        stopped = true;
    }

    /** Frees the models' memory, which is not on the heap. */
    @Override
    public void close() {
        models.forEach(InProcessModel::close);
    }
}
