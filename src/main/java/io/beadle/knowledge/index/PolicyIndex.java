package io.beadle.knowledge.index;

import io.beadle.knowledge.KnowledgeProperties.Stage;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
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

    private static final OrdinaryQuestion ORDINARY = OrdinaryQuestion.load();

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final CompletableFuture<Embedder> embedder;
    private final CompletableFuture<Spelling> spelling;
    private final Thesaurus thesaurus;
    private final Map<String, Integer> known = new HashMap<>();
    private final Catalogue catalogue;
    private final List<Policy> policies;
    private final Parts parts;

    PolicyIndex(DirectoryReader reader, Language language) throws IOException {
        this.reader = reader;
        embedder = language.embedder();
        spelling = language.spelling();
        thesaurus = language.thesaurus();
        searcher = new IndexSearcher(reader);
        catalogue = new Catalogue(reader);
        policies = catalogue.documents().stream().map(IndexedDocument::policy).toList();
        parts = Parts.of(reader);
        thesaurus.words().forEach(word -> known.put(word, 0));
        Terms words = MultiTerms.getTerms(reader, Fields.SPELT);
        if (words != null) {
            TermsEnum each = words.iterator();
            for (BytesRef word = each.next(); word != null; word = each.next()) {
                known.put(word.utf8ToString(), each.docFreq());
            }
        }
    }

    /** The question with its misspelt words corrected to those of the documents and the glossary. */
    public String correct(String question) {
        return spelling.join().correct(question, known);
    }

    /** Which of some lower-case words a misspelt one means; empty for one that is right or in a document. */
    public Optional<String> nearest(String word, Set<String> words) {
        return words.contains(word) || known.containsKey(word)
                ? Optional.empty()
                : spelling.join().meant(word, words);
    }

    /** By file name. */
    public List<Policy> policies() {
        return policies;
    }

    public Instant indexed() {
        return catalogue.indexed();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    public int passages() {
        return parts.passages();
    }

    /** With a score of 0. */
    public Optional<Passage> passage(String id) {
        try {
            for (ScoreDoc hit : search(new TermQuery(new Term(Fields.ID, id)), 1)) {
                return Optional.of(Fields.toPassage(searcher.storedFields().document(hit.doc)));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of one document, in its own order. */
    List<Passage> passagesOf(String file) {
        return catalogue
                .find(file)
                .map(document -> catalogue.content(document).passages())
                .orElse(List.of());
    }

    /** The passages around this one under the same heading, in the document's order; with scores of 0. */
    public List<Passage> section(Passage passage) {
        return Section.around(passage, passagesOf(passage.document()));
    }

    /**
     * A question as this index understands it.
     *
     * @param without stages that are left out
     */
    public Asked asked(String question, Set<Stage> without) {
        try {
            return Asked.of(question, without, thesaurus, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The passages of these documents that fit a question, best first.
     *
     * @param files base names of documents
     */
    public List<Found> find(Asked question, Collection<String> files, int most) {
        try {
            return new Search(question, terms(Fields.FILE, files)).run(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps it open until {@link #release}; false if it is closed already. */
    boolean hold() {
        return reader.tryIncRef();
    }

    /** Lets go of what was held. */
    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At once, or when the last that holds it lets go. */
    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** One question: candidates by words and by meaning first, then both measures of every candidate. */
    private final class Search {
        private final Asked words;
        private final float[] vector;
        private final Query files;
        private final Map<Integer, Fit> candidates = new HashMap<>();

        Search(Asked question, Query files) throws IOException {
            words = question;
            float[] meaning = embedder.join().query(question.meaning());
            vector = question.isWithout(Stage.ORDINARY) ? meaning : ORDINARY.takenOff(meaning);
            this.files = files;
        }

        List<Found> run(int most) throws IOException {
            for (ScoreDoc hit : search(both(words.query(), files), CANDIDATES)) {
                fit(hit);
            }
            for (ScoreDoc hit : search(new KnnFloatVectorQuery(Fields.VECTOR, vector, CANDIDATES, files), CANDIDATES)) {
                fit(hit);
            }
            Query chosen = IntField.newSetQuery(
                    Fields.NUMBER,
                    candidates.keySet().stream().mapToInt(Integer::intValue).toArray());
            for (ScoreDoc hit : search(both(words.query(), chosen), candidates.size())) {
                fit(hit).words(hit.score / words.weight());
            }
            parts.measure(vector, candidates);
            List<Map.Entry<Integer, Fit>> best = candidates.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(
                            Comparator.comparingDouble(Fit::score).reversed()))
                    .limit(most)
                    .toList();
            List<Found> found = new ArrayList<>();
            for (Map.Entry<Integer, Fit> one : best) {
                Document document = searcher.storedFields().document(parts.document(one.getKey()));
                Passage passage = Fields.toPassage(document);
                found.add(one.getValue().found(passage));
            }
            return found;
        }

        private Fit fit(ScoreDoc hit) {
            return candidates.computeIfAbsent(parts.number(hit.doc), number -> new Fit());
        }
    }

    private ScoreDoc[] search(Query query, int most) throws IOException {
        return searcher.search(query, Math.clamp(most, 1, Math.max(1, reader.maxDoc()))).scoreDocs;
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
