package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.PolicyDocument;
import io.beadle.knowledge.document.Sentences;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Writes one index, once. */
final class IndexBuilder {
    /** Raise it when {@link Fields} change. */
    static final int FORMAT = 2;

    private final Embedder embedder;
    private final InstantSource clock;

    IndexBuilder(Embedder embedder, InstantSource clock) {
        this.embedder = embedder;
        this.clock = clock;
    }

    void write(List<PolicyDocument> documents, Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Stems.analyzer()))) {
            int number = 0;
            for (PolicyDocument document : documents) {
                writer.addDocument(Fields.policy(document.policy()));
                writer.addDocuments(passages(document.passages(), number));
                number += document.passages().size();
            }
            writer.forceMerge(1);
            writer.setLiveCommitData(
                    Map.of(PolicyIndex.INDEXED, clock.instant().toString()).entrySet());
            writer.commit();
        }
    }

    private record Part(Passage passage, int clause, String text) {
        boolean isWhole() {
            return clause == Fields.WHOLE;
        }
    }

    private List<Document> passages(List<Passage> passages, int firstNumber) {
        List<Part> parts = new ArrayList<>();
        for (Passage passage : passages) {
            parts.add(new Part(passage, Fields.WHOLE, Fields.inContext(passage, passage.text())));
            List<String> clauses = Sentences.clauses(passage.text());
            for (int i = 0; i < clauses.size(); i++) {
                for (String sentence : Sentences.of(clauses.get(i))) {
                    parts.add(new Part(passage, i, Fields.inContext(passage, sentence)));
                }
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        List<float[]> vectors = embedder.texts(parts.stream().map(Part::text).toList());
        List<Document> documents = new ArrayList<>(parts.size());
        int number = firstNumber - 1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            number += part.isWhole() ? 1 : 0;
            documents.add(Fields.part(part.passage(), number, part.clause(), vectors.get(i)));
        }
        return documents;
    }
}
