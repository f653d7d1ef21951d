package io.beadle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

/** One Lucene index of vectors in one segment, with a graph of them; searched by that graph, or exactly, which is to say all of them. */
final class VectorIndex implements AutoCloseable {
    private static final String VECTOR = "vector";
    private static final String FILE = "file";
    private static final String NUMBER = "number";
    private static final String MADE = "made";
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int BUFFER_MEGABYTES = 1_900;
    /** Lucene's defaults, which Beadle has too. */
    private static final int CONNECTIONS = Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN;

    private static final int BEAM = Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH;

    /** How the numbers of a vector are kept for searching; whole floats are kept beside them always, to measure the best again. */
    enum Kept {
        FLOATS("floats"),
        BYTES("8 bits"),
        BITS("1 bit");

        private final String shown;

        Kept(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }

        KnnVectorsFormat format(ExecutorService merging) {
            return switch (this) {
                case FLOATS -> new Lucene99HnswVectorsFormat(CONNECTIONS, BEAM, CORES, merging);
                case BYTES -> quantised(ScalarEncoding.UNSIGNED_BYTE, merging);
                case BITS -> quantised(ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE, merging);
            };
        }

        private static KnnVectorsFormat quantised(ScalarEncoding encoding, ExecutorService merging) {
            return new Lucene104HnswScalarQuantizedVectorsFormat(encoding, CONNECTIONS, BEAM, CORES, merging);
        }
    }

    private final Path folder;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final FloatVectorValues vectors;
    /** By Lucene document: several threads put them in, so they are in no order. */
    private final int[] numbers;

    private VectorIndex(Path folder) throws IOException {
        this.folder = folder;
        reader = DirectoryReader.open(FSDirectory.open(folder));
        searcher = new IndexSearcher(reader);
        LeafReader leaf = reader.leaves().getFirst().reader();
        vectors = leaf.getFloatVectorValues(VECTOR);
        numbers = new int[leaf.maxDoc()];
        NumericDocValues number = leaf.getNumericDocValues(NUMBER);
        for (int i = number.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = number.nextDoc()) {
            numbers[i] = (int) number.longValue();
        }
    }

    /** Opens the index of these vectors, which is made first if it is not there. */
    static VectorIndex of(Vectors vectors, Kept kept) throws IOException, InterruptedException {
        Path folder = folder(vectors, kept);
        Path made = folder.resolve(MADE);
        if (!Files.exists(made)) {
            System.out.printf("%s, %s: the index is made now and kept.%n", vectors.condition(), kept.shown());
            Files.createDirectories(folder);
            long begin = System.nanoTime();
            if (kept == Kept.FLOATS) {
                write(folder, vectors);
            } else {
                quantise(folder(vectors, Kept.FLOATS), folder, kept);
            }
            Files.writeString(made, String.valueOf((System.nanoTime() - begin) / 1e9));
        }
        return new VectorIndex(folder);
    }

    private static Path folder(Vectors vectors, Kept kept) {
        return Server.TARGET.resolve("growth").resolve(vectors.name() + "-" + kept);
    }

    /** The same vectors with the same graph: Lucene takes it over, and to make one anew would be most of the work. */
    private static void quantise(Path floats, Path folder, Kept kept) throws IOException {
        try (ExecutorService merging = Executors.newFixedThreadPool(CORES);
                Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(FSDirectory.open(floats));
                IndexWriter writer = new IndexWriter(directory, config(kept.format(merging)))) {
            writer.addIndexes((CodecReader) reader.leaves().getFirst().reader());
            writer.commit();
        }
    }

    /** On all cores. */
    private static void write(Path folder, Vectors vectors) throws IOException, InterruptedException {
        try (ExecutorService merging = Executors.newFixedThreadPool(CORES);
                ExecutorService adding = Executors.newFixedThreadPool(CORES);
                Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config(Kept.FLOATS.format(merging)))) {
            List<Future<?>> parts = new ArrayList<>();
            for (int core = 0; core < CORES; core++) {
                int from = (int) ((long) vectors.size() * core / CORES);
                int to = (int) ((long) vectors.size() * (core + 1) / CORES);
                parts.add(adding.submit(() -> {
                    for (int i = from; i < to; i++) {
                        Document document = new Document();
                        document.add(new StringField(FILE, Vectors.file(vectors.document(i)), Field.Store.NO));
                        document.add(new NumericDocValuesField(NUMBER, i));
                        document.add(new KnnFloatVectorField(
                                VECTOR, vectors.each().apply(i), VectorSimilarityFunction.DOT_PRODUCT));
                        writer.addDocument(document);
                    }
                    return null;
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
            writer.forceMerge(1);
            writer.commit();
        } catch (ExecutionException e) {
            throw new IOException("The index cannot be written", e.getCause());
        }
    }

    private static IndexWriterConfig config(KnnVectorsFormat format) {
        return new IndexWriterConfig()
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setUseCompoundFile(false)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return format;
                    }
                });
    }

    /** How long it took to make, on as many cores as there were. */
    double secondsToMake() throws IOException {
        return Double.parseDouble(Files.readString(folder.resolve(MADE)));
    }

    /** Of the files whose names end so. */
    double megabytes(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }

    /** Parts of these documents alone. */
    static Query of(List<String> documents) {
        return new TermInSetQuery(FILE, documents.stream().map(BytesRef::new).toList());
    }

    /** The nearest by the graph. */
    ScoreDoc[] byGraph(float[] question, int most, @Nullable Query filter) throws IOException {
        return searcher.search(new KnnFloatVectorQuery(VECTOR, question, most, filter), most).scoreDocs;
    }

    /** The nearest, each vector being compared as it is kept. */
    ScoreDoc[] byAll(float[] question, int most, @Nullable Query filter) throws IOException {
        VectorScorer scorer = vectors.scorer(question);
        DocIdSetIterator matching = filter == null ? null : matching(filter);
        VectorScorer.Bulk bulk = scorer.bulk(matching);
        DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();
        TopKnnCollector nearest = new TopKnnCollector(most, Integer.MAX_VALUE);
        for (bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, some);
                some.size > 0;
                bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, some)) {
            for (int i = 0; i < some.size; i++) {
                nearest.collect(some.docs[i], some.features[i]);
            }
        }
        return nearest.topDocs().scoreDocs;
    }

    private DocIdSetIterator matching(Query filter) throws IOException {
        Scorer scorer = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(reader.leaves().getFirst());
        return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    }

    /** The numbers of the best of what was found, which is measured again by whole floats: as Beadle does with its candidates. */
    List<Integer> measuredAgain(float[] question, ScoreDoc[] found, int most) throws IOException {
        for (ScoreDoc one : found) {
            one.score = VectorUtil.dotProduct(question, vectors.vectorValue(one.doc));
        }
        return Stream.of(found)
                .sorted((one, other) -> Float.compare(other.score, one.score))
                .limit(most)
                .map(one -> numbers[one.doc])
                .toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
