package io.beadle.reader;

import io.beadle.knowledge.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that are looked for. A word is found where a word begins with it, in capitals or not. */
final class Search {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;

    private final String asked;
    private final List<Pattern> words;

    private Search(String asked, List<Pattern> words) {
        this.asked = asked;
        this.words = words;
    }

    static Search of(String typed) {
        String asked = typed.strip();
        String start = asked.substring(0, Math.min(LONGEST, asked.length()));
        List<Pattern> words = Arrays.stream(start.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "[\\p{L}\\p{N}]*+",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
        return new Search(start, words);
    }

    /** As it was typed. */
    String asked() {
        return asked;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether all words are in it. */
    boolean finds(String text) {
        return !isEmpty() && words.stream().allMatch(word -> word.matcher(text).find());
    }

    boolean finds(Passage passage) {
        return finds(String.join(
                "\n",
                Objects.requireNonNullElse(passage.section(), ""),
                Objects.requireNonNullElse(passage.heading(), ""),
                passage.text()));
    }

    /** The words of the text that begin with one of these. */
    List<Range> in(String text) {
        List<Range> found = new ArrayList<>();
        for (Pattern word : words) {
            for (MatchResult match : word.matcher(text).results().toList()) {
                found.add(new Range(match.start(), match.end()));
            }
        }
        return found;
    }
}
