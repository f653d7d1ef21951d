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
import java.util.List;
import java.util.stream.IntStream;
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
        Embedded embedded = Embedded.of(passages, model);
        List<Embedding> embeddings = IntStream.range(0, segments.size())
                .mapToObj(i -> Embedding.from(embedded.get(i)))
                .toList();
        memory.addAll(embeddings, segments);
        LuceneEmbeddingStore.builder().directory(hybrid).build().addAll(embeddings, segments);
    }

    /** Something that finds passages. */
    interface Retriever {
        void retrieve(String question) throws IOException;
    }

    record Named(String name, Retriever retriever) {}

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

    @Override
    public void close() throws IOException {
        reader.close();
        words.close();
        hybrid.close();
        analyzer.close();
    }
}
