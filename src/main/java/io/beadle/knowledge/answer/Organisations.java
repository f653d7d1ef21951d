package io.beadle.knowledge.answer;

import io.beadle.knowledge.Policy;
import io.beadle.knowledge.index.Found;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose policies a question is about. The name of a council in it chooses documents and is no word to search for. */
public final class Organisations {
    private static final Pattern GENERIC =
            Pattern.compile("\\b(?:" + Councils.KINDS + "|Council)\\b|[^\\p{L}\\s-]", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_ACRONYM = 3;

    /** A name that a document gives only as its initials. */
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{3,6}");

    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");

    private final List<Policy> policies;
    private final BiFunction<String, Set<String>, Optional<String>> nearest;

    /** @param nearest what of some lower-case words a misspelt one means */
    public Organisations(List<Policy> policies, BiFunction<String, Set<String>, Optional<String>> nearest) {
        this.policies = policies;
        this.nearest = nearest;
    }

    /**
     * What to search for, and where.
     *
     * @param whose the organisation meant, as documents name it; null for everybody's
     * @param files the documents that count, by file name
     * @param nobodys those of them that count less, because they do not tell whose they are and the question does
     * @param stranger whether it is about a council whose policies are not here
     */
    public record Scope(
            String query, @Nullable String whose, List<String> files, Set<String> nobodys, boolean stranger) {
        /** What a document loses that does not tell whose it is, where it is known whose are meant. */
        private static final double NOBODYS = 0.1;

        static Scope everybodys(String question, List<Policy> policies) {
            return new Scope(
                    question, null, policies.stream().map(Policy::document).toList(), Set.of(), false);
        }

        /** Best first again. */
        List<Found> ownFirst(List<Found> found) {
            return nobodys.isEmpty()
                    ? found
                    : found.stream()
                            .map(one -> nobodys.contains(one.passage().document())
                                    ? one.withScore(Math.max(0, one.passage().score() - NOBODYS))
                                    : one)
                            .sorted(Found.BEST_FIRST)
                            .toList();
        }
    }

    /**
     * Reads a question for whose policies it is about.
     *
     * @param organisation whose policies count if the question names nobody's; null for everybody's
     */
    public Scope scope(String question, @Nullable String organisation) {
        List<String> known = policies.stream()
                .map(Policy::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String read = respelt(question, known);
        for (String name : known) {
            Matcher mention = mention(name).matcher(read);
            if (mention.find()) {
                String query = mention.replaceAll(" ").strip();
                return of(query.isEmpty() ? question : query, name, false);
            }
        }
        String meant = organisation == null
                ? null
                : known.stream()
                        .filter(name -> mention(name).matcher(organisation).find())
                        .findFirst()
                        .orElse(null);
        return of(question, meant, !known.isEmpty() && Councils.isAnyNamed(question));
    }

    /** A document that does not tell whose it is counts for everybody. */
    private Scope of(String query, @Nullable String name, boolean stranger) {
        List<Policy> counting = policies.stream()
                .filter(policy -> name == null || policy.organisation() == null || name.equals(policy.organisation()))
                .toList();
        Set<String> nobodys = counting.stream()
                .filter(policy -> name != null && policy.organisation() == null)
                .map(Policy::document)
                .collect(Collectors.toUnmodifiableSet());
        return new Scope(query, name, counting.stream().map(Policy::document).toList(), nobodys, stranger);
    }

    /** With misspelt names of places put right. */
    private String respelt(String question, List<String> known) {
        Set<String> places = known.stream()
                .map(Organisations::place)
                .filter(place -> place.matches("\\p{L}{5,}"))
                .map(place -> place.toLowerCase(Locale.UK))
                .collect(Collectors.toUnmodifiableSet());
        return WORD.matcher(question)
                .replaceAll(word -> nearest.apply(word.group().toLowerCase(Locale.UK), places)
                        .orElse(word.group()));
    }

    private static String place(String name) {
        return GENERIC.matcher(name).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }

    /** The full name, the place alone, or the initials; with what English puts around it. */
    private static Pattern mention(String name) {
        String initials = name.replaceAll("(\\p{L})\\p{L}*[\\s-]*", "$1").toLowerCase(Locale.UK);
        String names = INITIALS.matcher(name).matches()
                ? spelledOut(name)
                : Pattern.quote(place(name))
                        + (initials.length() < SHORTEST_ACRONYM ? "" : "|" + Pattern.quote(initials));
        return Pattern.compile("(?iu)\\(?\\b(?:(?:at|in|for|by|of|under)\\s+)?(?:the\\s+)?(?:" + names + ")\\b(?:\\s+"
                + Councils.KINDS + ")*(?:\\s+Council)?(?:[’']s)?\\)?");
    }

    /** "MDDC" is Mid Devon: the last two letters are the kind of council. */
    private static String spelledOut(String initials) {
        String places = Councils.withInitials(initials.substring(0, initials.length() - 2));
        return Pattern.quote(initials) + (places.isEmpty() ? "" : "|" + places);
    }
}
