package io.beadle.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The vectors of passages by one model, kept beside the passages: making them takes minutes. */
final class Embedded {
    private final FloatBuffer all;
    private final int dimensions;

    private Embedded(FloatBuffer all, int dimensions) {
        this.all = all;
        this.dimensions = dimensions;
    }

    /** Whether what takes minutes is there already. */
    static boolean isThere(Passages passages) {
        return Files.exists(file(passages));
    }

    static Embedded of(Passages passages, EmbeddingModel model) throws IOException {
        Path file = file(passages);
        if (!Files.exists(file)) {
            System.out.println("The peers' embeddings are made now: some minutes, once.");
            ByteBuffer bytes = ByteBuffer.allocate(passages.texts().size() * model.dimension() * Float.BYTES);
            FloatBuffer floats = bytes.asFloatBuffer();
            passages.texts()
                    .forEach(text -> floats.put(model.embed(text).content().vector()));
            Files.write(file, bytes.array());
        }
        return new Embedded(ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer(), model.dimension());
    }

    int size() {
        return all.capacity() / dimensions;
    }

    int dimensions() {
        return dimensions;
    }

    float[] get(int passage) {
        float[] vector = new float[dimensions];
        all.get(passage * dimensions, vector);
        return vector;
    }

    private static Path file(Passages passages) {
        return passages.folder().resolve("embeddings.floats");
    }
}
