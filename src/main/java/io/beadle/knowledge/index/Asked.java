package io.beadle.knowledge.index;

import io.beadle.knowledge.KnowledgeProperties.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The words of a question, and those that may stand for them, as the index knows them. */
public final class Asked {
    /** More words than a question has; the rest of a pasted page would only slow the search. */
    private static final int MOST = 64;

    /** What a word of every text counts, of what its rarity is. */
    private static final double EVERYDAY = 0.5;

    /** What a word of the glossary counts at most, of what the asker's own counts. */
    private static final double RELATED = 0.7;

    /** Words that make a sentence a question, or tell who asks it. Policies hardly have them, so they would seem rare. */
    private static final Set<String> QUESTION =
            Set.copyOf(Stems.of("what whats who whos whom whose which when where why how"
                    + " do does did doing i im ive me my mine myself we us our ours you your can could should would shall will am"
                    + " was were have has had been there"));

    private final String text;
    private final String meaning;
    private final List<Word> words;
    private final Set<Stage> without;

    private Asked(String text, String meaning, List<Word> words, Set<Stage> without) {
        this.text = text;
        this.meaning = meaning;
        this.words = words;
        this.without = without;
    }

    /**
     * @param rarity its inverse document frequency
     * @param frequency how many passages have it
     * @param share what of its rarity counts, 0 to 1
     * @param related phrases that may stand for it, that are in the index
     */
    private record Word(String stem, double rarity, int frequency, double share, List<Related> related) {
        double weight() {
            return share * rarity;
        }

        boolean isIn(List<String> text) {
            return text.contains(stem)
                    || related.stream().anyMatch(other -> Collections.indexOfSubList(text, other.phrase()) >= 0);
        }

        Query query() {
            List<Query> any = new ArrayList<>();
            any.add(new BoostQuery(new TermQuery(new Term(Fields.TEXT, stem)), (float) share));
            for (Related other : related) {
                double most = Math.min(1, rarity / other.weight());
                any.add(new BoostQuery(other.query(), (float) (share * RELATED * most)));
            }
            return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, 0);
        }
    }

    private record Related(List<String> phrase, double weight) {
        Query query() {
            return phrase.size() == 1
                    ? new TermQuery(new Term(Fields.TEXT, phrase.getFirst()))
                    : new PhraseQuery(Fields.TEXT, phrase.toArray(String[]::new));
        }
    }

    static Asked of(String text, Set<Stage> without, Thesaurus glossary, IndexReader reader) throws IOException {
        Thesaurus thesaurus = without.contains(Stage.GLOSSARY) ? Thesaurus.EMPTY : glossary;
        List<String> stems = Stems.of(text);
        Map<String, Set<List<String>>> related = thesaurus.related(stems);
        List<Word> words = new ArrayList<>();
        for (String stem : content(stems).stream().distinct().limit(MOST).toList()) {
            List<Related> others = new ArrayList<>();
            for (List<String> phrase : related.getOrDefault(stem, Set.of())) {
                double weight = 0;
                boolean known = true;
                for (String part : phrase) {
                    weight += weight(part, reader);
                    known &= frequency(part, reader) > 0;
                }
                if (known) {
                    others.add(new Related(phrase, weight));
                }
            }
            boolean light = Everyday.isStem(stem) && !without.contains(Stage.EVERYDAY);
            words.add(new Word(stem, weight(stem, reader), frequency(stem, reader), light ? EVERYDAY : 1, others));
        }
        return new Asked(text, thesaurus.spelledOut(text), words, without);
    }

    private static List<String> content(List<String> stems) {
        List<String> content =
                stems.stream().filter(stem -> !QUESTION.contains(stem)).toList();
        return content.isEmpty() ? stems : content;
    }

    public String text() {
        return text;
    }

    /** What is embedded. */
    String meaning() {
        return meaning;
    }

    boolean isWithout(Stage stage) {
        return without.contains(stage);
    }

    /** Any of them, the rarer the better. */
    Query query() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word.query(), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    /** The sum of their inverse document frequencies: no passage scores as much. */
    double weight() {
        return words.stream().mapToDouble(Word::weight).sum();
    }

    /** The share of them, by weight, that occur in a text or have there what may stand for them: 0 to 1. */
    public double share(String of) {
        List<String> text = Stems.of(of);
        double weight = weight();
        return weight == 0
                ? 0
                : words.stream()
                                .filter(word -> word.isIn(text))
                                .mapToDouble(Word::weight)
                                .sum()
                        / weight;
    }

    /** Whether a text has this word of the question or what may stand for it; a word of every conversation says nothing. */
    public boolean isNamed(String word, String in) {
        List<String> stems = Stems.of(word);
        List<String> text = Stems.of(in);
        return words.stream()
                .filter(one -> stems.contains(one.stem()) && !Everyday.isStem(one.stem()))
                .anyMatch(one -> one.isIn(text));
    }

    /** As {@link #share}, of the words that are not in every text: those that name what the question is about. */
    public double subject(String of) {
        List<String> text = Stems.of(of);
        return ofSubject(word -> word.isIn(text));
    }

    /** The share of what the question is about that no document names in any way, 0 to 1. */
    public double unknown() {
        return ofSubject(word -> word.frequency() == 0 && word.related().isEmpty());
    }

    private double ofSubject(Predicate<Word> which) {
        List<Word> subject =
                words.stream().filter(word -> !Everyday.isStem(word.stem())).toList();
        List<Word> counting = subject.isEmpty() ? words : subject;
        return counting.stream().filter(which).mapToDouble(Word::rarity).sum()
                / Math.max(1e-9, counting.stream().mapToDouble(Word::rarity).sum());
    }

    private static int frequency(String stem, IndexReader reader) throws IOException {
        return reader.docFreq(new Term(Fields.TEXT, stem));
    }

    private static double weight(String stem, IndexReader reader) throws IOException {
        int frequency = frequency(stem, reader);
        return Math.log1p((reader.getDocCount(Fields.TEXT) - frequency + 0.5) / (frequency + 0.5));
    }
}
