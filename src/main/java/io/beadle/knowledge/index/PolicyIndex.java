package io.beadle.knowledge.index;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** One finished index, open for search. It does not change. Safe for any number of threads. */
public final class PolicyIndex implements Closeable {
    /** How many are looked at closely, found by words and by meaning; the right passage is nearly always in the first ten. */
    private static final int CANDIDATES = 100;

    /** In the commit's user data: when the index was made. */
    static final String INDEXED = "indexed";

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final CompletableFuture<Embedder> embedder;
    private final List<Policy> policies;

    PolicyIndex(DirectoryReader reader, CompletableFuture<Embedder> embedder) throws IOException {
        this.reader = reader;
        this.embedder = embedder;
        searcher = new IndexSearcher(reader);
        List<Policy> found = new ArrayList<>();
        for (ScoreDoc hit : search(kind(Fields.POLICY_KIND), Integer.MAX_VALUE)) {
            found.add(Fields.toPolicy(searcher.storedFields().document(hit.doc)));
        }
        policies = List.copyOf(found);
    }

    /** By file name. */
    public List<Policy> policies() {
        return policies;
    }

    public Instant indexed() {
        try {
            return Instant.parse(reader.getIndexCommit().getUserData().getOrDefault(INDEXED, Instant.EPOCH.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int passages() {
        try {
            return searcher.count(kind(Fields.PASSAGE_KIND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Passage> passage(String id) {
        try {
            for (ScoreDoc hit : search(both(kind(Fields.PASSAGE_KIND), new TermQuery(new Term(Fields.ID, id))), 1)) {
                return Optional.of(Fields.toPassage(searcher.storedFields().document(hit.doc)));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The passages of these documents that fit a question, best first.
     *
     * @param files base names of documents
     */
    public List<Found> find(String question, Collection<String> files, int most) {
        try {
            return new Search(question, terms(Fields.FILE, files)).run(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** One question: candidates by words and by meaning first, then both measures of every candidate. */
    private final class Search {
        private final Terms words;
        private final float[] vector;
        private final Query files;
        private final Map<String, Measures> candidates = new HashMap<>();

        Search(String question, Query files) throws IOException {
            words = Terms.of(question, reader);
            vector = embedder.join().query(question);
            this.files = files;
        }

        List<Found> run(int most) throws IOException {
            for (ScoreDoc hit : search(both(words.query(), files), CANDIDATES)) {
                of(hit);
            }
            for (ScoreDoc hit : search(new KnnFloatVectorQuery(Fields.VECTOR, vector, CANDIDATES, files), CANDIDATES)) {
                of(hit);
            }
            Query chosen = terms(Fields.ID, candidates.keySet());
            int all = searcher.count(chosen);
            for (ScoreDoc hit : search(both(words.query(), chosen), CANDIDATES * 2)) {
                of(hit).byWords(hit.score / words.weight());
            }
            for (ScoreDoc hit : search(new KnnFloatVectorQuery(Fields.VECTOR, vector, all, chosen), all)) {
                of(hit).byMeaning(searcher.storedFields().document(hit.doc), 2 * hit.score - 1);
            }
            List<Found> found = new ArrayList<>();
            for (Measures measures : candidates.values().stream()
                    .sorted(Comparator.comparingDouble(Measures::score).reversed())
                    .limit(most)
                    .toList()) {
                found.add(measures.found());
            }
            return found;
        }

        private Measures of(ScoreDoc hit) throws IOException {
            Document document = searcher.storedFields().document(hit.doc);
            return candidates.computeIfAbsent(document.get(Fields.ID), id -> new Measures(id));
        }
    }

    /** How well one candidate fits, measured part by part. */
    private final class Measures {
        static final double MEANING = Double.parseDouble(System.getProperty("w", "0.7"));
        static final double SENTENCE = Double.parseDouble(System.getProperty("s", "0.5"));

        private final String id;
        private double words;
        private double whole = -1;
        private double sentence = -1;
        private int clause;

        Measures(String id) {
            this.id = id;
        }

        void byWords(double share) {
            words = share;
        }

        void byMeaning(Document hit, double cosine) {
            if (Fields.PASSAGE_KIND.equals(hit.get(Fields.KIND))) {
                whole = cosine;
            } else if (cosine > sentence) {
                sentence = cosine;
                clause = hit.getField(Fields.CLAUSE).numericValue().intValue();
            }
        }

        double score() {
            double meaning = sentence < 0
                    ? whole
                    : SENTENCE > 1 ? Math.max(sentence, whole) : SENTENCE * sentence + (1 - SENTENCE) * whole;
            return MEANING * meaning + (1 - MEANING) * words;
        }

        Found found() {
            double score = Math.clamp(score(), 0, 1);
            return new Found(passage(id).orElseThrow().withScore(score), clause, words, whole, sentence);
        }
    }

    private ScoreDoc[] search(Query query, int most) throws IOException {
        return searcher.search(query, Math.clamp(most, 1, Math.max(1, reader.maxDoc()))).scoreDocs;
    }

    private static Query kind(String kind) {
        return new TermQuery(new Term(Fields.KIND, kind));
    }

    private static Query terms(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query both(Query wanted, Query filter) {
        return new BooleanQuery.Builder()
                .add(wanted, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }
}
