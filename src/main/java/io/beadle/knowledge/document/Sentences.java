package io.beadle.knowledge.document;

import java.util.List;
import java.util.regex.Pattern;

/** The parts of a passage: clauses have a blank line between them, items and rows a line of their own. */
public final class Sentences {
    private static final Pattern CLAUSE = Pattern.compile("\n\n");
    private static final Pattern SENTENCE = Pattern.compile("\n|(?<=[.?!][”\"’')\\]]{0,2})\\s+(?=[\\p{Lu}“\"‘\\[(])");
    private static final int FEWEST_LETTERS = 12;

    private Sentences() {}

    /** The clauses of a passage's text, in order. */
    public static List<String> clauses(String text) {
        return CLAUSE.splitAsStream(text).toList();
    }

    /** What of a clause is long enough to be asked for: its sentences, items and rows. */
    public static List<String> of(String clause) {
        return SENTENCE.splitAsStream(clause)
                .map(String::strip)
                .filter(sentence -> sentence.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS)
                .toList();
    }
}
