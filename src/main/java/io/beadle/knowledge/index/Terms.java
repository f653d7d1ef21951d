package io.beadle.knowledge.index;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a question as the index knows them.
 *
 * @param query any of them, the rarer the better
 * @param weight the sum of their inverse document frequencies: no passage scores as much
 */
record Terms(Query query, double weight) {
    private static final Analyzer ANALYZER = new EnglishAnalyzer();
    /** More words than a question has; the rest of a pasted page would only slow the search. */
    private static final int MOST = 64;

    static Analyzer analyzer() {
        return ANALYZER;
    }

    static Terms of(String text, IndexReader reader) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        double weight = 0;
        int count = reader.getDocCount(Fields.TEXT);
        for (String word : words(text)) {
            Term term = new Term(Fields.TEXT, word);
            int frequency = reader.docFreq(term);
            weight += Math.log1p((count - frequency + 0.5) / (frequency + 0.5));
            query.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
        }
        return new Terms(query.build(), weight);
    }

    private static Set<String> words(String text) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = ANALYZER.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < MOST) {
                words.add(term.toString());
            }
            tokens.end();
        }
        return words;
    }
}
