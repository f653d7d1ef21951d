package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.PolicyDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.StringHelper;

/** What an index says of itself: its documents, their passages as they were put in, and what it is called. */
final class Catalogue {
    private final DirectoryReader reader;
    private final Map<String, String> label;
    private final Map<String, IndexedDocument> documents = new TreeMap<>();

    Catalogue(DirectoryReader reader) throws IOException {
        this.reader = reader;
        label = reader.getIndexCommit().getUserData();
        for (Document document : stored(new Term(Fields.POLICY, ""))) {
            IndexedDocument indexed = Fields.toIndexed(document);
            documents.put(indexed.file(), indexed);
        }
    }

    /** By file name. */
    Collection<IndexedDocument> documents() {
        return documents.values();
    }

    Optional<IndexedDocument> find(String file) {
        return Optional.ofNullable(documents.get(file));
    }

    /** Whether another index can take over its documents as they are. */
    boolean isOfThisKind() {
        return Inventory.KIND.equals(label.get(Label.KIND));
    }

    /** How many there are to search; what has changed lately is in one of its own. */
    int pieces() {
        return reader.leaves().size();
    }

    /** What they are called: an index made from another has those that have not changed. */
    Set<String> segments() {
        return reader.leaves().stream().map(Catalogue::segment).collect(Collectors.toSet());
    }

    static String segment(LeafReaderContext leaf) {
        SegmentReader reader = (SegmentReader) leaf.reader();
        return StringHelper.idToString(reader.getSegmentInfo().info.getId());
    }

    /** As in {@link Label}. */
    Map<String, String> label() {
        return label;
    }

    String fingerprint() {
        return Label.fingerprint(label);
    }

    Instant indexed() {
        return Instant.parse(label.getOrDefault(Label.INDEXED, Instant.EPOCH.toString()));
    }

    /** What was wrong with the sources when it was made. */
    List<Problem> problems() {
        return Label.problems(label);
    }

    /** A document as it was read. */
    PolicyDocument content(IndexedDocument document) {
        try {
            List<Passage> passages = stored(new Term(Fields.FILE, document.file())).stream()
                    .filter(Fields::isPassage)
                    .map(Fields::toPassage)
                    .toList();
            return new PolicyDocument(document.policy(), passages, document.listed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vectors of a document's parts, by what was embedded; none if the index is of another kind. */
    Map<String, float[]> vectors(String file) throws IOException {
        Map<String, float[]> vectors = new HashMap<>();
        IndexedDocument document = documents.get(file);
        if (document == null || !isOfThisKind()) {
            return vectors;
        }
        List<String> texts = new ArrayList<>();
        for (Passage passage : content(document).passages()) {
            Part.of(passage).forEach(part -> texts.add(part.text()));
        }
        List<float[]> stored = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            stored.addAll(vectors(leaf.reader(), new Term(Fields.FILE, file)));
        }
        if (stored.size() != texts.size()) {
            return vectors;
        }
        for (int i = 0; i < texts.size(); i++) {
            vectors.put(texts.get(i), stored.get(i));
        }
        return vectors;
    }

    /** A number that no passage has yet. */
    int nextNumber() throws IOException {
        return numbers(reader);
    }

    /** All passages have a number below. */
    static int numbers(IndexReader reader) throws IOException {
        byte[] greatest = PointValues.getMaxPackedValue(reader, Fields.NUMBER);
        return greatest == null ? 0 : IntPoint.decodeDimension(greatest, 0) + 1;
    }

    private static List<float[]> vectors(LeafReader leaf, Term term) throws IOException {
        List<float[]> found = new ArrayList<>();
        FloatVectorValues vectors = leaf.getFloatVectorValues(Fields.VECTOR);
        PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
        if (vectors == null || postings == null) {
            return found;
        }
        KnnVectorValues.DocIndexIterator iterator = vectors.iterator();
        Bits live = leaf.getLiveDocs();
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            int at = iterator.docID() < doc ? iterator.advance(doc) : iterator.docID();
            if (at == doc) {
                found.add(vectors.vectorValue(iterator.index()).clone());
            }
        }
        return found;
    }

    /** In the order they were put in. */
    private List<Document> stored(Term term) throws IOException {
        List<Document> found = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    found.add(leaf.reader().storedFields().document(doc));
                }
            }
        }
        return found;
    }
}
