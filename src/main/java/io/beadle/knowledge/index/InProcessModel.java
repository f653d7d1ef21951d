package io.beadle.knowledge.index;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;

/**
 * One embedding model of those that langchain4j packs. We open its session ourselves, with one thread: see RATIONALE.md, "Why
 * these models?"
 */
final class InProcessModel extends AbstractInProcessEmbeddingModel implements AutoCloseable {
    static final int DIMENSIONS = 384;

    private static final long LARGEST_BYTES = 64 << 20;

    private final PackedModel packed;
    private final OrtSession session;
    private final OnnxBertBiEncoder encoder;

    private InProcessModel(PackedModel packed, OrtSession session, OnnxBertBiEncoder encoder) {
        super(null);
        this.packed = packed;
        this.session = session;
        this.encoder = encoder;
    }

    /** Loads the model, which takes up to a second. One call of it keeps one core busy. */
    static InProcessModel load(PackedModel packed) {
        try (Arena untilLoaded = Arena.ofConfined();
                InputStream tokenizer = resource(packed.file() + "-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(bytes(packed.file() + ".onnx", untilLoaded), options);
            return new InProcessModel(
                    packed, session, new OnnxBertBiEncoder(environment, session, tokenizer, packed.pooling()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model " + packed.file() + " cannot be loaded", e);
        }
    }

    PackedModel packed() {
        return packed;
    }

    float[] query(String text) {
        return embed(packed.queryPrefix() + text).content().vector();
    }

    float[] text(String text) {
        return embed(packed.textPrefix() + text).content().vector();
    }

    /** In the order of the texts; on all cores. */
    List<float[]> texts(List<String> texts) {
        return embedAll(texts.stream()
                        .map(text -> TextSegment.from(packed.textPrefix() + text))
                        .toList())
                .content()
                .stream()
                .map(Embedding::vector)
                .toList();
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

    /** Not on the heap, which would grow by twice that and never needs it again. */
    private static ByteBuffer bytes(String name, Arena arena) throws IOException {
        ByteBuffer bytes = arena.allocate(LARGEST_BYTES).asByteBuffer();
        try (ReadableByteChannel model = Channels.newChannel(resource(name))) {
            while (model.read(bytes) >= 0) {
                if (!bytes.hasRemaining()) {
                    throw new IOException(name + " is larger than the models that langchain4j packs");
                }
            }
        }
        return bytes.flip();
    }

    private static InputStream resource(String name) throws IOException {
        InputStream resource = InProcessModel.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return resource;
    }
}
