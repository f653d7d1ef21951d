package io.beadle.knowledge.generation;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.Sentences;
import io.beadle.knowledge.index.LiveIndex;
import io.beadle.knowledge.index.Stems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A passage says what a sentence says if it has nearly all its words, all its numbers and names, a sentence that means
 * about the same, and forbids what is forbidden and allows what is allowed. The bounds are measured: see RATIONALE.md.
 */
@Component
final class PassageSupport implements Support {
    /** The share of the sentence's words, without those that say nothing, that the passage must have. */
    static final double WORDS = 0.84;

    /** The cosine towards the nearest sentence of the passage. */
    static final double MEANING = 0.7;

    /** The share of the common words that may be denied on one side and not on the other. */
    static final double CONTRADICTION = 0.24;

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("twelve", "12"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"));
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.:,]\\d+)*");
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\d,;] )\\p{Lu}[\\p{L}’'-]+");
    private static final Pattern PART =
            Pattern.compile("[;:.?!]+\\s+|,?\\s+(?:but|if|unless|when|so that|because|and then)\\s+|^No, ");
    private static final Pattern LIGHT =
            Pattern.compile("(?i)\\b(?:you|your|yours|we|our|us|they|them|he|she|i|my|me|who|whom|whose|which"
                    + "|what|when|where|while|must|may|can|could|should|shall|would|need|needs|have|has|had|do|does|did|yes|no|not"
                    + "|never|even|any|anybody|anyone|nobody|else|also|so|than|then|there|from|about|been|being|were|was|its"
                    + "|before|after|until|without|only|cannot)\\b");
    private static final Pattern DENIAL = Pattern.compile(
            "(?i)\\b(?:no|not|never|nobody|none|nothing|neither|nor|without|cannot|forbidden|prohibited|banned|blocked)\\b"
                    + "|n['’]t\\b");

    private final LiveIndex index;

    PassageSupport(LiveIndex index) {
        this.index = index;
    }

    @Override
    public boolean isGiven(String sentence, Passage passage) {
        String all = passage.title() + "\n" + passage.heading() + "\n" + passage.text();
        if (share(sentence, all) < WORDS || !words(all).containsAll(names(sentence))) {
            return false;
        }
        List<String> sentences = Sentences.clauses(passage.text()).stream()
                .flatMap(clause -> Sentences.of(clause).stream())
                .toList();
        if (sentences.isEmpty()) {
            return false;
        }
        List<String> compared = new ArrayList<>(sentences);
        compared.add(sentence);
        List<float[]> vectors = index.vectors(compared);
        int meaning = most(sentences.size(), i -> cosine(vectors.get(i), vectors.getLast()));
        int wording = most(sentences.size(), i -> share(sentence, sentences.get(i)));
        return cosine(vectors.get(meaning), vectors.getLast()) >= MEANING
                && figures(sentences.get(meaning)).containsAll(figures(sentence))
                && contradiction(sentence, sentences.get(meaning)) <= CONTRADICTION
                && contradiction(sentence, sentences.get(wording)) <= CONTRADICTION;
    }

    private static int most(int count, IntToDoubleFunction measure) {
        return IntStream.range(0, count)
                .boxed()
                .max(Comparator.comparingDouble(measure::applyAsDouble))
                .orElseThrow();
    }

    /** The share of the words in both texts that one of them denies and the other does not. */
    static double contradiction(String sentence, String source) {
        Set<String> denied = new HashSet<>();
        Set<String> affirmed = new HashSet<>();
        sort(source, denied, affirmed);
        Set<String> saidNot = new HashSet<>();
        Set<String> said = new HashSet<>();
        sort(sentence, saidNot, said);
        long common = 0;
        long against = 0;
        for (String word :
                Stream.concat(said.stream(), saidNot.stream()).distinct().toList()) {
            if (denied.contains(word) || affirmed.contains(word)) {
                common++;
                boolean agrees = (said.contains(word) && affirmed.contains(word))
                        || (saidNot.contains(word) && denied.contains(word));
                against += agrees ? 0 : 1;
            }
        }
        return common == 0 ? 0 : against / (double) common;
    }

    /** A denial counts to the end of its part: "never by date of birth", "do not tell a colleague, a manager or the desk". */
    private static void sort(String text, Set<String> denied, Set<String> affirmed) {
        for (String part : PART.splitAsStream(text).toList()) {
            Matcher denial = DENIAL.matcher(part);
            int from = denial.find() ? denial.end() : part.length();
            affirmed.addAll(telling(part.substring(0, from)));
            denied.addAll(telling(part.substring(from)));
        }
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double share(String sentence, String text) {
        List<String> own = telling(sentence);
        return own.isEmpty()
                ? 0
                : own.stream().filter(new HashSet<>(telling(text))::contains).count() / (double) own.size();
    }

    /** The stems of the words that say something. */
    private static List<String> telling(String text) {
        return Stems.of(LIGHT.matcher(text).replaceAll(" "));
    }

    private static Set<String> figures(String text) {
        Set<String> figures =
                FIGURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        words(text).forEach(word -> {
            if (NUMBERS.containsKey(word)) {
                figures.add(NUMBERS.get(word));
            }
        });
        figures.remove("1"); // "one" is a pronoun more often than a number
        return figures;
    }

    private static Set<String> names(String sentence) {
        return NAME.matcher(sentence)
                .results()
                .map(name -> name.group().toLowerCase(Locale.UK).replaceAll("['’]s$", ""))
                .flatMap(name -> words(name).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.UK))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
