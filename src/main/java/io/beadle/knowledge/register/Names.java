package io.beadle.knowledge.register;

import io.beadle.content.Glossary;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares names of policies as people use them: "the mobile policy" may mean the Mobile and Remote Working Policy. */
final class Names {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> FILLERS = Set.of(
            "a",
            "an",
            "and",
            "the",
            "of",
            "for",
            "on",
            "in",
            "to",
            "about",
            "our",
            "your",
            "my",
            "this",
            "that",
            "any",
            "council",
            "corporate",
            "s",
            "md",
            "pdf",
            "docx",
            "txt",
            "html",
            "xlsx",
            "v",
            "with",
            "is",
            "it",
            "its");
    /** What a policy is, which does not tell one from another. */
    private static final Set<String> KINDS = Set.of(
            "policy",
            "procedure",
            "standard",
            "guidance",
            "guideline",
            "strategy",
            "plan",
            "document",
            "protocol",
            "handbook",
            "code",
            "statement",
            "schedule",
            "charter",
            "scheme",
            "rule");

    private static final int SHORTEST_BEGINNING = 4;
    private static final double BEGINNING = 0.9;
    private static final double RELATED = 0.7;

    private final List<Set<Set<String>>> related;

    Names(Glossary glossary) {
        related = glossary.same().stream()
                .map(group -> group.stream()
                        .map(Names::words)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.<Set<String>>toSet()))
                .toList();
    }

    /** The words that tell a policy from others, without their plurals. */
    static Set<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}|['’]", "")
                .toLowerCase(Locale.UK);
        return NO_WORD.splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .map(Names::singular)
                .filter(word -> !FILLERS.contains(word) && !KINDS.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The kind that a name ends in or has, such as {@code policy}; empty if it names none. */
    static String kind(String name) {
        return NO_WORD.splitAsStream(name.toLowerCase(Locale.UK))
                .map(Names::singular)
                .filter(word -> KINDS.contains(word) || word.equals("register"))
                .reduce("", (first, second) -> second);
    }

    /** Whether two names are written for the same policy. */
    static boolean same(String one, String other) {
        Set<String> words = words(one);
        return !words.isEmpty() && words.equals(words(other));
    }

    /**
     * How well a name is meant by what somebody called it: {@code said} and {@code named} are the shares, 0 to 1, of the words
     * said that the name has, and of the name's words that were said. Words of the glossary count for less.
     */
    record Likeness(double said, double named) {
        static final Likeness NONE = new Likeness(0, 0);

        /** All that was said is in the name. */
        boolean isPossible() {
            return said > 0;
        }

        boolean isWhole() {
            return said >= BEGINNING && named >= BEGINNING;
        }
    }

    /** Of a policy that goes by any of these names. */
    Likeness of(String called, Collection<String> names) {
        Likeness best = Likeness.NONE;
        for (String name : names) {
            Likeness likeness = of(words(called), words(name));
            if (likeness.said() + likeness.named() > best.said() + best.named()) {
                best = likeness;
            }
        }
        return best;
    }

    private Likeness of(Set<String> said, Set<String> name) {
        if (said.isEmpty() || name.isEmpty()) {
            return Likeness.NONE;
        }
        Set<String> heard = new HashSet<>();
        double sum = 0;
        for (String word : said) {
            double best = 0;
            for (String other : name) {
                double like = like(word, other);
                if (like > 0) {
                    heard.add(other);
                }
                best = Math.max(best, like);
            }
            best = best > 0 ? best : byGlossary(word, said, name, heard);
            if (best == 0) {
                return Likeness.NONE;
            }
            sum += best;
        }
        return new Likeness(sum / said.size(), (double) heard.size() / name.size());
    }

    private double byGlossary(String word, Set<String> said, Set<String> name, Set<String> heard) {
        for (Set<Set<String>> group : related) {
            boolean isSaid = group.stream().anyMatch(phrase -> phrase.contains(word) && said.containsAll(phrase));
            if (isSaid) {
                for (Set<String> phrase : group) {
                    if (name.containsAll(phrase)) {
                        heard.addAll(phrase);
                        return RELATED;
                    }
                }
            }
        }
        return 0;
    }

    private static double like(String word, String other) {
        if (word.equals(other)) {
            return 1;
        }
        boolean begins = Math.min(word.length(), other.length()) >= SHORTEST_BEGINNING
                && (word.startsWith(other) || other.startsWith(word));
        return begins ? BEGINNING : 0;
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
