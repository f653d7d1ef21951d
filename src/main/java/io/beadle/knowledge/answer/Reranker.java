package io.beadle.knowledge.answer;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.onnx.OnnxScoringModel;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.index.Asked;
import io.beadle.knowledge.index.Found;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Has a cross-encoder that the operator supplies read question and passage together. Only the order is its own: scores keep
 * their places, so that what is made of them means the same with and without it.
 */
final class Reranker implements Reordering, AutoCloseable {
    /** The right passage is nearly always among the first ten; each one more costs the reading of a passage. */
    private static final int LOOKED_AT = 15;

    private static final int MOST_TOKENS = 512;

    private final OnnxScoringModel model;

    private Reranker(OnnxScoringModel model) {
        this.model = model;
    }

    /**
     * Loads the model.
     *
     * @param path a folder with {@code model.onnx} and {@code tokenizer.json}, or the model with the tokenizer beside it
     * @throws IllegalArgumentException if one of them is not there; its message says which
     */
    static Reranker load(Path path) {
        Path onnx = Files.isDirectory(path) ? path.resolve("model.onnx") : path;
        Path tokenizer = onnx.resolveSibling("tokenizer.json");
        for (Path file : List.of(onnx, tokenizer)) {
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(
                        "beadle.knowledge.reranker: " + file
                                + " cannot be read: name a folder with model.onnx and tokenizer.json, or leave the property out");
            }
        }
        return new Reranker(new OnnxScoringModel(onnx.toString(), tokenizer.toString(), MOST_TOKENS));
    }

    @Override
    public List<Found> of(Asked asked, List<Found> found) {
        int read = Math.min(LOOKED_AT, found.size());
        if (read < 2) {
            return found;
        }
        List<Double> scores = model.scoreAll(
                        found.subList(0, read).stream()
                                .map(one -> TextSegment.from(text(one.passage())))
                                .toList(),
                        asked.text())
                .content();
        List<Found> reordered = new ArrayList<>(IntStream.range(0, read)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(scores::get).reversed())
                .map(found::get)
                .toList());
        for (int i = 0; i < read; i++) {
            reordered.set(i, reordered.get(i).withScore(found.get(i).passage().score()));
        }
        reordered.addAll(found.subList(read, found.size()));
        return reordered;
    }

    private static String text(Passage passage) {
        return passage.heading() == null ? passage.text() : passage.heading() + "\n" + passage.text();
    }

    @Override
    public void close() {
        model.close();
    }
}
