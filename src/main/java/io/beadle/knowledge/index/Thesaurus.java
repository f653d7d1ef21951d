package io.beadle.knowledge.index;

import io.beadle.content.Glossary;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The glossary as the index knows words. */
final class Thesaurus {
    static final Thesaurus EMPTY = new Thesaurus(Glossary.EMPTY);

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    private static final Pattern SHORT = Pattern.compile("\\b\\p{L}{3,6}\\b");

    private final List<Set<List<String>>> groups;
    private final Map<String, String> longForms = new HashMap<>();
    private final Set<String> words;

    Thesaurus(Glossary glossary) {
        words = glossary.same().stream()
                .flatMap(List::stream)
                .flatMap(phrase -> NO_LETTER.splitAsStream(phrase.toLowerCase(Locale.UK)))
                .collect(Collectors.toUnmodifiableSet());
        groups = glossary.same().stream()
                .map(group -> {
                    Set<List<String>> phrases = new LinkedHashSet<>();
                    group.forEach(phrase -> phrases.add(Stems.of(phrase)));
                    phrases.remove(List.<String>of());
                    return phrases;
                })
                .toList();
        glossary.same().forEach(this::spell);
    }

    /** The first phrase of a group whose initials a short form of the group has. */
    private void spell(List<String> group) {
        for (String word : group) {
            String form = word.toLowerCase(Locale.UK);
            group.stream()
                    .filter(phrase -> phrase.contains(" ") && initials(phrase).equals(form))
                    .findFirst()
                    .ifPresent(phrase -> longForms.putIfAbsent(form, phrase));
        }
    }

    private static String initials(String phrase) {
        return NO_LETTER
                .splitAsStream(phrase.toLowerCase(Locale.UK))
                .map(word -> word.substring(0, Math.min(1, word.length())))
                .collect(Collectors.joining());
    }

    /** A text with the short forms of the glossary written out behind them: models of language do not know them. */
    String spelledOut(String text) {
        return SHORT.matcher(text).replaceAll(found -> {
            String phrase = longForms.get(found.group().toLowerCase(Locale.UK));
            return phrase == null ? found.group() : Matcher.quoteReplacement(found.group() + " (" + phrase + ")");
        });
    }

    /** Every word in it as it is written, but for capitals. */
    Set<String> words() {
        return words;
    }

    /** For each word of a text the words and phrases that may stand for it, or for the phrase it is part of. */
    Map<String, Set<List<String>>> related(List<String> text) {
        Map<String, Set<List<String>>> related = new HashMap<>();
        for (Set<List<String>> group : groups) {
            for (List<String> phrase : group) {
                if (Collections.indexOfSubList(text, phrase) >= 0) {
                    phrase.forEach(word -> related.computeIfAbsent(word, key -> new LinkedHashSet<>())
                            .addAll(group));
                }
            }
        }
        related.forEach((word, phrases) -> phrases.removeIf(phrase -> phrase.contains(word)));
        return related;
    }
}
