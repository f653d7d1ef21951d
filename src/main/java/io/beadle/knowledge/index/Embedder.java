package io.beadle.knowledge.index;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Texts as vectors of length 1, by meaning. Calls are CPU-bound and stay on the calling thread, but for lists. */
final class Embedder extends AbstractInProcessEmbeddingModel implements AutoCloseable {
    /** Names model and use: vectors of another model are not comparable. */
    static final String MODEL = "bge-small-en-v1.5-q";

    private static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";
    private static final int DIMENSIONS = 384;

    /** About a second's worth, after which a stop is noticed. */
    private static final int AT_ONCE = 64;

    private final OrtSession session;
    private final OnnxBertBiEncoder encoder;
    private volatile boolean stopped;

    private Embedder(OrtSession session, OnnxBertBiEncoder encoder) {
        super(null);
        this.session = session;
        this.encoder = encoder;
    }

    /** Loads the model, which takes about a second. One call of it keeps one core busy. */
    static Embedder load() {
        try (InputStream tokenizer = resource(MODEL + "-tokenizer.json");
                InputStream model = resource(MODEL + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            return new Embedder(session, new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model " + MODEL + " cannot be loaded", e);
        }
    }

    float[] query(String text) {
        return embed(QUERY_PREFIX + text).content().vector();
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
            embedAll(some.stream().map(TextSegment::from).toList()).content().stream()
                    .map(Embedding::vector)
                    .forEach(vectors::add);
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
            vectors.add(embed(text).content().vector());
        }
        return vectors;
    }

    /** Ends the making of an index early. */
    void stop() {
        stopped = true;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return DIMENSIONS;
    }

    /** Frees the model's memory, which is not on the heap. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model cannot be closed", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream resource = BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return resource;
    }
}
