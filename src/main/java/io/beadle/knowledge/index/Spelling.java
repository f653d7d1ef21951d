package io.beadle.knowledge.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Corrects words that are neither British English nor in the documents, to a word of the documents or of every conversation.
 * A word that is right, a name and a short form are never changed.
 */
final class Spelling {
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}@./_-])\\p{L}{1,20}(?![\\p{L}\\p{N}@/_-]|['’.]\\p{L})");
    private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.?!:]\\s)\\s*$");
    /** What is shorter is near to too much. */
    private static final int SHORTEST = 4;
    /** More than anybody misspells in a question; the rest is no English. */
    private static final int MOST = 12;

    private static final Map<String, Integer> EVERYDAY =
            Everyday.WORDS.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), word -> 0));

    private final Hunspell dictionary;

    private Spelling(Hunspell dictionary) {
        this.dictionary = dictionary;
    }

    static Spelling load() {
        try (InputStream affixes = Spelling.class.getResourceAsStream("en-GB.aff");
                InputStream words = Spelling.class.getResourceAsStream("en-GB.dic")) {
            return new Spelling(new Hunspell(new Dictionary(new ByteBuffersDirectory(), "words", affixes, words)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("The British word list cannot be read", e);
        }
    }

    /** @param known the words of the documents, with how many passages have them, and those of the glossary */
    String correct(String question, Map<String, Integer> known) {
        Map<String, Optional<String>> corrections = new HashMap<>();
        return WORD.matcher(question).replaceAll(found -> {
            String word = found.group();
            String typed = Everyday.TYPED.get(word.toLowerCase(Locale.UK));
            if (typed != null) {
                return typed;
            }
            if (word.length() < SHORTEST
                    || isName(word, question.substring(0, found.start()))
                    || corrections.size() >= MOST) {
                return word;
            }
            return corrections
                    .computeIfAbsent(word.toLowerCase(Locale.UK), wrong -> correction(wrong, known))
                    .orElse(word);
        });
    }

    /** Which of some words a misspelt one means; empty for one that is right. Both in lower case. */
    Optional<String> meant(String word, Set<String> words) {
        Map<String, Integer> known = words.stream().collect(Collectors.toMap(Function.identity(), each -> 0));
        return isRight(word) ? Optional.empty() : nearest(word, 1, known).or(() -> nearest(word, 2, known));
    }

    private static boolean isName(String word, String before) {
        boolean capital = Character.isUpperCase(word.charAt(0));
        return word.chars().skip(1).anyMatch(Character::isUpperCase)
                || (capital && !SENTENCE_START.matcher(before).find());
    }

    private Optional<String> correction(String word, Map<String, Integer> known) {
        return known.containsKey(word) || isRight(word)
                ? Optional.empty()
                : nearest(word, 1, known)
                        .or(() -> nearest(word, 1, EVERYDAY))
                        .or(() -> nearest(word, 2, known))
                        .or(() -> nearest(word, 2, EVERYDAY));
    }

    private boolean isRight(String word) {
        return dictionary.spell(word)
                || dictionary.spell(word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1))
                || dictionary.spell(word.toUpperCase(Locale.UK));
    }

    /**
     * @param kept whether all typed letters are in it in their order: people leave letters out more than they add any
     * @param alike whether it sounds as what was typed
     */
    private record Candidate(String word, boolean kept, boolean alike, int frequency) {
        static final Comparator<Candidate> BEST = Comparator.comparing(Candidate::kept)
                .thenComparing(Candidate::alike)
                .thenComparingInt(Candidate::frequency)
                .thenComparing(Candidate::word);

        static Candidate of(String typed, String word, int frequency) {
            return new Candidate(word, isKept(typed, word), skeleton(typed).equals(skeleton(word)), frequency);
        }
    }

    /** The first letter is right nearly always. What is two letters off must be like it in another way too. */
    private static Optional<String> nearest(String word, int edits, Map<String, Integer> known) {
        var near = new CharacterRunAutomaton(
                new LevenshteinAutomata(word.substring(1), true).toAutomaton(edits, word.substring(0, 1)));
        return known.entrySet().stream()
                .filter(other -> near.run(other.getKey()))
                .map(other -> Candidate.of(word, other.getKey(), other.getValue()))
                .filter(other -> edits == 1 || other.kept() || other.alike())
                .max(Candidate.BEST)
                .map(Candidate::word);
    }

    private static boolean isKept(String typed, String word) {
        int at = 0;
        for (int i = 0; i < word.length() && at < typed.length(); i++) {
            at += word.charAt(i) == typed.charAt(at) ? 1 : 0;
        }
        return at == typed.length();
    }

    /** How a word sounds, roughly: its consonants, each once. */
    private static String skeleton(String word) {
        return word.charAt(0)
                + word.substring(1)
                        .replace("ck", "k")
                        .replace("ph", "f")
                        .replaceAll("[aeiouyhw]", "")
                        .replaceAll("(.)\\1+", "$1");
    }
}
