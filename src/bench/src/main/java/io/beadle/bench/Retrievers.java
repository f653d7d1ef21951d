package io.beadle.bench;

import dev.langchain4j.community.rag.content.retriever.lucene.LuceneContentRetriever;
import dev.langchain4j.community.rag.content.retriever.lucene.LuceneEmbeddingStore;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What is picked for search in Java instead, on the same passages; langchain4j's with one of the two models that Beadle has. */
final class Retrievers implements AutoCloseable {
    private static final int RESULTS = 10;

    private final ByteBuffersDirectory words = new ByteBuffersDirectory();
    private final ByteBuffersDirectory hybrid = new ByteBuffersDirectory();
    private final EnglishAnalyzer analyzer = new EnglishAnalyzer();
    private final InMemoryEmbeddingStore<TextSegment> memory = new InMemoryEmbeddingStore<>();
    private final EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
    private final DirectoryReader reader;

    private Retrievers(Passages passages) throws IOException {
        try (IndexWriter writer = new IndexWriter(words, new IndexWriterConfig(analyzer))) {
            for (String text : passages.texts()) {
                Document document = new Document();
                document.add(new TextField("text", text, Field.Store.YES));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(words);
        List<TextSegment> segments =
                passages.texts().stream().map(TextSegment::from).toList();
        List<Embedding> embeddings = embeddings(passages, segments);
        memory.addAll(embeddings, segments);
        LuceneEmbeddingStore.builder().directory(hybrid).build().addAll(embeddings, segments);
    }

    /** Something that finds passages. */
    interface Retriever {
        void retrieve(String question) throws IOException;
    }

    record Named(String name, Retriever retriever) {}

    /** Whether what takes minutes is there already. */
    static boolean arePrepared(Passages passages) {
        return Files.exists(embeddings(passages));
    }

    private static Path embeddings(Passages passages) {
        return passages.folder().resolve("embeddings.floats");
    }

    static Retrievers of(Passages passages) throws IOException {
        return new Retrievers(passages);
    }

    List<Named> all() {
        IndexSearcher searcher = new IndexSearcher(reader);
        ContentRetriever inMemory = EmbeddingStoreContentRetriever.builder()
                .embeddingStore(memory)
                .embeddingModel(model)
                .maxResults(RESULTS)
                .build();
        ContentRetriever lucene = LuceneContentRetriever.builder()
                .directory(hybrid)
                .embeddingModel(model)
                .maxResults(RESULTS)
                .build();
        return List.of(
                new Named(
                        "langchain4j in memory",
                        question -> inMemory.retrieve(dev.langchain4j.rag.query.Query.from(question))),
                new Named(
                        "langchain4j Lucene",
                        question -> lucene.retrieve(dev.langchain4j.rag.query.Query.from(question))),
                new Named("lucene, words alone", question -> byWords(searcher, question)));
    }

    private void byWords(IndexSearcher searcher, String question) throws IOException {
        Query words = new QueryBuilder(analyzer).createBooleanQuery("text", question);
        if (words != null) { // "What is it?" has none
            searcher.search(words, RESULTS);
        }
    }

    /** Made once and kept beside the passages: it takes minutes. */
    private List<Embedding> embeddings(Passages passages, List<TextSegment> segments) throws IOException {
        Path file = embeddings(passages);
        int dimension = model.dimension();
        if (!Files.exists(file)) {
            System.out.println("The peers' embeddings are made now: some minutes, once.");
            ByteBuffer bytes = ByteBuffer.allocate(segments.size() * dimension * Float.BYTES);
            FloatBuffer floats = bytes.asFloatBuffer();
            segments.forEach(
                    segment -> floats.put(model.embed(segment).content().vector()));
            Files.write(file, bytes.array());
        }
        FloatBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            float[] vector = new float[dimension];
            all.get(vector);
            embeddings.add(Embedding.from(vector));
        }
        return embeddings;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        words.close();
        hybrid.close();
        analyzer.close();
    }
}
