package io.beadle.knowledge.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;

/** Writes one index, once: from nothing, or as another one with some documents exchanged; whole or in pieces. */
final class IndexBuilder {
    /** Raise it when {@link Fields} or {@link Part} change. */
    static final int FORMAT = 3;

    /** A segment is written when this much is in memory; each has a graph of its vectors, and joining them costs. */
    private static final int BUFFER_MEGABYTES = 64;

    private final Function<List<String>, List<float[]>> embedding;

    /** @param embedding gives texts their vectors, in their order */
    IndexBuilder(Function<List<String>, List<float[]>> embedding) {
        this.embedding = embedding;
    }

    /**
     * Writes it in an empty folder, as one segment.
     *
     * @param base an index of this kind to start from
     * @return how many texts had to be embedded
     */
    int write(Path folder, @Nullable Base base, Intake intake, Map<String, String> label) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            return write(directory, config(), base, intake, label);
        }
    }

    /**
     * Writes it beside the one it starts from and on the same disk, so that nothing needs to be copied: the files of that one are
     * its own too, and what has changed is one segment more.
     */
    int writeBeside(Path folder, Base base, Intake intake, Map<String, String> label) throws IOException {
        try (Directory directory = new LinkedFolder(folder, base.folder())) {
            return write(directory, config().setMergePolicy(NoMergePolicy.INSTANCE), base, intake, label);
        }
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(Stems.analyzer())
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    private int write(
            Directory directory,
            IndexWriterConfig config,
            @Nullable Base base,
            Intake intake,
            Map<String, String> label)
            throws IOException {
        int embedded = 0;
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            int number = 0;
            if (base == null) {
                // a segment there must be, even when no document can be read
                writer.addDocument(new Document());
            } else {
                number = base.catalogue().nextNumber();
                copy(base, writer, intake.kept());
            }
            for (Intake.Put put : intake.put()) {
                Vectors vectors = new Vectors(
                        base == null
                                ? Map.of()
                                : base.catalogue().vectors(put.document().file()));
                writer.addDocument(Fields.policy(put.document()));
                writer.addDocuments(vectors.documents(put, number));
                number += put.content().passages().size();
                embedded += vectors.embedded;
            }
            writer.forceMerge(1); // does nothing where segments are to stay
            writer.setLiveCommitData(label.entrySet());
            writer.commit();
        }
        return embedded;
    }

    /** An index on disk, and what is in it. */
    record Base(Path folder, Catalogue catalogue) {}

    private static void copy(Base base, IndexWriter writer, Set<String> kept) throws IOException {
        // nobody writes in a finished index: a lock would only keep two processes from copying it at once
        try (Directory directory = FSDirectory.open(base.folder(), NoLockFactory.INSTANCE)) {
            writer.addIndexes(directory);
        }
        for (IndexedDocument document : base.catalogue().documents()) {
            if (!kept.contains(document.file())) {
                writer.deleteDocuments(new Term(Fields.FILE, document.file()));
            }
        }
    }

    /** The vectors of one document; what its last version said too needs no embedding. */
    private final class Vectors {
        private final Map<String, float[]> known;
        private int embedded;

        Vectors(Map<String, float[]> known) {
            this.known = new HashMap<>(known);
        }

        List<Document> documents(Intake.Put put, int firstNumber) {
            List<Part> parts = new ArrayList<>();
            put.content().passages().forEach(passage -> parts.addAll(Part.of(passage)));
            Set<String> missing = new LinkedHashSet<>();
            parts.stream()
                    .map(Part::text)
                    .filter(text -> !known.containsKey(text))
                    .forEach(missing::add);
            List<String> texts = List.copyOf(missing);
            List<float[]> vectors = texts.isEmpty() ? List.of() : embedding.apply(texts);
            for (int i = 0; i < texts.size(); i++) {
                known.put(texts.get(i), vectors.get(i));
            }
            embedded = texts.size();
            List<Document> documents = new ArrayList<>(parts.size());
            int number = firstNumber - 1;
            for (Part part : parts) {
                number += part.isWhole() ? 1 : 0;
                documents.add(Fields.part(
                        part.passage(), number, part.clause(), Objects.requireNonNull(known.get(part.text()))));
            }
            return documents;
        }
    }
}
