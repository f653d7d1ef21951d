package io.beadle.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words as the index knows them: without their endings, and without those that say nothing. */
public final class Stems {
    private static final Analyzer ENGLISH = new EnglishAnalyzer();
    private static final Analyzer ANALYZER =
            new PerFieldAnalyzerWrapper(ENGLISH, Map.of(Fields.SPELT, new StandardAnalyzer()));

    private Stems() {}

    static Analyzer analyzer() {
        return ANALYZER;
    }

    /** In the order of the text, as often as they are in it. */
    public static List<String> of(String text) {
        List<String> stems = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
            return stems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
