package io.beadle.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A question by its words: what it asks for, whether it says "not", and the words that tell it from other questions. */
record Wording(
        Kind kind, boolean negated, List<String> words, List<String> ordered, Map<String, Set<List<String>>> related) {
    /** Whose something is tells nothing by itself, but much by where it stands: "my own laptop for council work". */
    private static final Set<String> OURS = Set.of("council", "work");

    /** Words that questions are asked with, and that say no more of them than who asks: as stems. */
    private static final Set<String> ASKING = Set.of(
            "a",
            "about",
            "after",
            "allow",
            "am",
            "ani",
            "befor",
            "can",
            "could",
            "council",
            "do",
            "doe",
            "ever",
            "frequent",
            "from",
            "get",
            "go",
            "got",
            "ha",
            "had",
            "have",
            "hold",
            "how",
            "i",
            "i'm",
            "insid",
            "let",
            "mai",
            "me",
            "must",
            "my",
            "need",
            "now",
            "often",
            "ok",
            "okai",
            "our",
            "over",
            "permit",
            "pleas",
            "possibl",
            "put",
            "quick",
            "quickli",
            "requir",
            "should",
            "so",
            "some",
            "soon",
            "there",
            "up",
            "us",
            "wai",
            "we",
            "what",
            "what'",
            "when",
            "where",
            "whether",
            "which",
            "who",
            "who'",
            "whom",
            "will",
            "work",
            "would",
            "you",
            "your");

    private static final Pattern NEGATED = Pattern.compile(
            "\\b(?:not|never|no|without|cannot|except|unless)\\b|n['\u2019]t\\b", Pattern.CASE_INSENSITIVE);

    /** What a question asks for. A person is no place, and neither is a rule. */
    enum Kind {
        PERSON("\\b(?:who|whom|whose|who['\u2019]s)\\b"),
        PLACE("\\bwhere\\b"),
        NUMBER("\\bhow (?:many|much)\\b"),
        FREQUENCY("\\bhow (?:often|frequent(?:ly)?)\\b"),
        SPEED("\\bhow (?:soon|quick(?:ly)?|fast)\\b"),
        OTHER("");

        private final Pattern asked;

        Kind(String asked) {
            this.asked = Pattern.compile(asked, Pattern.CASE_INSENSITIVE);
        }

        private static Kind of(String question) {
            for (Kind kind : values()) {
                if (kind.asked.matcher(question).find()) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    static Wording of(String question, Thesaurus thesaurus) {
        List<String> stems = Stems.of(question);
        List<String> words =
                stems.stream().filter(stem -> !ASKING.contains(stem)).toList();
        List<String> ordered = stems.stream()
                .filter(stem -> OURS.contains(stem) || !ASKING.contains(stem))
                .toList();
        return new Wording(
                Kind.of(question), NEGATED.matcher(question).find(), words, ordered, thesaurus.related(stems));
    }

    /** Whether no word of either tells it from the other. */
    boolean agrees(Wording other) {
        return !words.isEmpty()
                && kind == other.kind
                && negated == other.negated
                && isIn(other)
                && other.isIn(this)
                && isInOrderOf(other);
    }

    /** Whether the other has each of these words, or one that stands for it in the glossary. */
    private boolean isIn(Wording other) {
        return words.stream()
                .allMatch(word -> other.words.contains(word)
                        || related.getOrDefault(word, Set.of()).stream().anyMatch(other.words::containsAll));
    }

    /** Of two questions with the same words and none of them side by side in both, each asks the reverse of the other. */
    private boolean isInOrderOf(Wording other) {
        List<String> mine = ordered.stream().filter(other.ordered::contains).toList();
        List<String> theirs = other.ordered.stream().filter(ordered::contains).toList();
        return mine.size() < 3 || neighbours(mine).stream().anyMatch(neighbours(theirs)::contains);
    }

    private static List<List<String>> neighbours(List<String> words) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.subList(i - 1, i + 1));
        }
        return pairs;
    }
}
