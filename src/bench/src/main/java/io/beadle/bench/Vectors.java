package io.beadle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;

/**
 * Something to be searched by meaning, and golden questions to search it with.
 *
 * @param name of the folder its indexes are kept in
 * @param condition as it is called in tables
 * @param documents how many documents these are the parts of, each with as many, one behind the other
 * @param each of length 1, by number
 */
record Vectors(
        String name, String condition, int size, int documents, IntFunction<float[]> each, List<float[]> questions) {

    /** As in {@link Passages}. */
    private static final int PASSAGES_A_DOCUMENT = 40;

    private static final String BGE_PREFIX = "Represent this sentence for searching relevant passages: ";
    private static final String E5_PREFIX = "query: ";
    /** What each of Beadle's models counts, and what of the ordinary question is taken off: see its `PackedModel` and `OrdinaryQuestion`. */
    private static final double BGE_SHARE = 0.6;

    private static final float ORDINARY_SHARE = 0.7f;
    private static final Path ORDINARY = Path.of("src/main/resources/io/beadle/knowledge/index/ordinary-question.json");

    /** So many passages by one model: real ones as far as there are any, else made of them. */
    static Vectors ofPassages(int count, Embedded real, List<float[]> questions) {
        boolean isReal = count <= real.size();
        return new Vectors(
                "passages-" + count,
                "%,d%s".formatted(count, isReal ? "" : " synthetic"),
                count,
                Math.ceilDiv(count, PASSAGES_A_DOCUMENT),
                isReal ? real::get : number -> synthetic(number, real),
                questions);
    }

    /**
     * A real one, moved by half of what two others differ in: spread in the same directions as real ones are, and not evenly over
     * all of them, as noise would be, among which nothing is near to anything.
     */
    private static float[] synthetic(int number, Embedded real) {
        if (number < real.size()) {
            return real.get(number);
        }
        Random random = new Random(number);
        float[] vector = real.get(random.nextInt(real.size()));
        float[] from = real.get(random.nextInt(real.size()));
        float[] to = real.get(random.nextInt(real.size()));
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (to[i] - from[i]) / 2;
        }
        return VectorUtil.l2normalize(vector);
    }

    /** What Beadle has in its index of these passages: they and all their sentences, by both models. */
    static Vectors ofBeadle(Passages passages, List<float[]> questions) throws IOException {
        try (Stream<Path> versions = Files.list(passages.folder().resolve("index"))) {
            Path index = versions.filter(Files::isDirectory)
                    .max(Comparator.comparing((Path path) -> path.getFileName().toString()))
                    .orElseThrow();
            LeafReader leaf = DirectoryReader.open(FSDirectory.open(index))
                    .leaves()
                    .getFirst()
                    .reader();
            FloatVectorValues values = leaf.getFloatVectorValues("vector");
            return new Vectors(
                    "beadle",
                    "%,d".formatted(values.size()) + Growth.OF_BEADLE,
                    values.size(),
                    Math.ceilDiv(passages.texts().size(), PASSAGES_A_DOCUMENT),
                    number -> get(values, number),
                    questions);
        }
    }

    private static synchronized float[] get(FloatVectorValues values, int number) {
        try {
            return values.vectorValue(number).clone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Questions as vectors by that model alone. */
    static List<float[]> byOneModel(List<String> questions, EmbeddingModel bge) {
        return questions.stream().map(text -> embedded(bge, BGE_PREFIX + text)).toList();
    }

    /** Questions as vectors by both models, what every question means a little being taken off. */
    static List<float[]> asBeadleAsks(List<String> questions, EmbeddingModel bge) throws IOException {
        EmbeddingModel e5 = new E5SmallV2QuantizedEmbeddingModel();
        ObjectMapper json = new ObjectMapper();
        float[] ordinary = json.convertValue(json.readTree(ORDINARY.toFile()).path("mean"), float[].class);
        return questions.stream()
                .map(text -> {
                    float[] first = embedded(bge, BGE_PREFIX + text);
                    float[] second = embedded(e5, E5_PREFIX + text);
                    float[] both = new float[first.length + second.length];
                    for (int i = 0; i < both.length; i++) {
                        boolean isFirst = i < first.length;
                        double share = isFirst ? BGE_SHARE : 1 - BGE_SHARE;
                        float own = isFirst ? first[i] : second[i - first.length];
                        both[i] = (float) Math.sqrt(share) * own - ORDINARY_SHARE * ordinary[i];
                    }
                    return both;
                })
                .toList();
    }

    private static float[] embedded(EmbeddingModel model, String text) {
        return model.embed(text).content().vector();
    }

    /** The number of the document that a part is of. */
    int document(int part) {
        return (int) ((long) part * documents / size);
    }

    /** The names of every so manieth document. */
    List<String> everyDocument(int step) {
        return IntStream.range(0, documents)
                .filter(document -> document % step == 0)
                .mapToObj(Vectors::file)
                .toList();
    }

    static String file(int document) {
        return "policy-" + document + ".md";
    }
}
