package io.beadle.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Search by meaning alone as passages grow to a million: by Lucene's graph of vectors, which Beadle has, with whole floats and
 * quantised, beside exact search; and with filters by document, which Beadle has too. Embedding the question is not in it.
 */
final class Growth implements Measurement {
    static final String NAME = "growth";
    static final String NO_FILTER = "no filter";
    static final String RECALL = "recall@10";
    /** Behind the number of vectors in Beadle's own index. */
    static final String OF_BEADLE = " of Beadle";

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final List<Integer> PERCENT = List.of(100, 10, 1);
    private static final int QUESTIONS = 300;
    private static final int WARM_UP = 20;

    /** So many are found by meaning in Beadle, and then measured again. */
    private static final int CANDIDATES = 100;

    /** So many times as many are looked at on a wide search. */
    private static final int WIDER = 4;

    private static final int BEST = 10;

    /** No longer for one row of the table, but for at least so many questions. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int LEAST = 100;

    /** A way to search. */
    enum Way {
        EXACT("exact"),
        GRAPH("graph"),
        WIDE("graph, wide");

        private final String shown;

        Way(String shown) {
            this.shown = shown;
        }

        String subject(VectorIndex.Kept kept) {
            return shown + ", " + kept.shown();
        }

        private ScoreDoc[] search(VectorIndex index, float[] question, int most, @Nullable Query filter)
                throws IOException {
            return switch (this) {
                case EXACT -> index.byAll(question, most, filter);
                case GRAPH -> index.byGraph(question, most, filter);
                case WIDE -> index.byGraph(question, WIDER * most, filter);
            };
        }
    }

    @Override
    public void take(Scale scale, Results results) throws Exception {
        Questions golden = new Questions(0, 0);
        List<String> asked =
                IntStream.range(0, QUESTIONS).mapToObj(golden::fresh).toList();
        Passages passages = Passages.of(Asking.PASSAGES);
        EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
        Embedded real = Embedded.of(passages, model);
        List<float[]> questions = Vectors.byOneModel(asked, model);
        List<Vectors> all = new ArrayList<>();
        all.add(Vectors.ofBeadle(passages, Vectors.asBeadleAsks(asked, model)));
        SIZES.stream()
                .filter(size -> size <= scale.passages())
                .forEach(size -> all.add(Vectors.ofPassages(size, real, questions)));
        for (Vectors vectors : all) {
            measure(vectors, results);
        }
    }

    private static void measure(Vectors vectors, Results results) throws IOException, InterruptedException {
        Map<String, List<List<Integer>>> nearest = new HashMap<>();
        for (VectorIndex.Kept kept : VectorIndex.Kept.values()) {
            try (VectorIndex index = VectorIndex.of(vectors, kept)) {
                String made = vectors.condition() + ", made";
                results.add(NAME, made, kept.shown(), "seconds", index.secondsToMake());
                results.add(NAME, made, kept.shown(), "MB", index.megabytes(""));
                results.add(NAME, made, kept.shown(), "MB of graph", index.megabytes("vex"));
                results.add(NAME, made, kept.shown(), "MB quantised", index.megabytes("veq"));
                for (Map.Entry<String, @Nullable Query> filter :
                        filters(vectors).entrySet()) {
                    for (Way way : Way.values()) {
                        Answers answers = ask(index, way, vectors.questions(), filter.getValue());
                        // exact and with whole floats comes first, and is what the others are held against
                        nearest.putIfAbsent(filter.getKey(), answers.best());
                        String condition = vectors.condition() + ", " + filter.getKey();
                        String subject = way.subject(kept);
                        results.addEvents(NAME, condition, subject, answers.millis());
                        results.add(NAME, condition, subject, RECALL, answers.recall(nearest.get(filter.getKey())));
                    }
                }
            }
        }
    }

    private static Map<String, @Nullable Query> filters(Vectors vectors) {
        Map<String, @Nullable Query> filters = new LinkedHashMap<>();
        filters.put(NO_FILTER, null);
        PERCENT.forEach(percent ->
                filters.put(percent + " % of documents", VectorIndex.of(vectors.everyDocument(100 / percent))));
        return filters;
    }

    /** @param best the ten best to each question */
    private record Answers(List<Double> millis, List<List<Integer>> best) {
        /** How many of the nearest were found, of those asked by both. */
        double recall(List<List<Integer>> nearest) {
            return IntStream.range(0, Math.min(best.size(), nearest.size()))
                    .filter(question -> !nearest.get(question).isEmpty())
                    .mapToDouble(question -> (double) nearest.get(question).stream()
                                    .filter(best.get(question)::contains)
                                    .count()
                            / nearest.get(question).size())
                    .average()
                    .orElse(1);
        }
    }

    private static Answers ask(VectorIndex index, Way way, List<float[]> questions, @Nullable Query filter)
            throws IOException {
        for (float[] question : questions.subList(0, WARM_UP)) {
            best(index, way, question, filter);
        }
        Answers answers = new Answers(new ArrayList<>(), new ArrayList<>());
        long begin = System.nanoTime();
        for (float[] question : questions) {
            long asked = System.nanoTime();
            if (answers.millis().size() >= LEAST && asked - begin > LONGEST.toNanos()) {
                break;
            }
            answers.best().add(best(index, way, question, filter));
            answers.millis().add((System.nanoTime() - asked) / 1e6);
        }
        return answers;
    }

    private static List<Integer> best(VectorIndex index, Way way, float[] question, @Nullable Query filter)
            throws IOException {
        return index.measuredAgain(question, way.search(index, question, CANDIDATES, filter), BEST);
    }
}
