package io.beadle.knowledge.answer;

import io.beadle.knowledge.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose policies a question is about. The name of a council in it chooses documents and is no word to search for. */
final class Organisations {
    private static final String KINDS = "(?:County|City|District|Borough|Metropolitan|Unitary|Parish|Town)";
    private static final Pattern GENERIC = Pattern.compile("\\b(?:" + KINDS + "|Council)\\b|[^\\p{L}\\s-]");
    private static final int SHORTEST_ACRONYM = 3;

    private final List<Policy> policies;

    Organisations(List<Policy> policies) {
        this.policies = policies;
    }

    /**
     * What to search for, and where.
     *
     * @param files the documents that count, by file name
     */
    record Scope(String query, List<String> files) {}

    /** @param organisation whose policies count if the question names nobody's; null for everybody's */
    Scope scope(String question, @Nullable String organisation) {
        List<String> known = policies.stream()
                .map(Policy::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (String name : known) {
            Pattern pattern = mention(name);
            if (pattern.matcher(question).find()) {
                String query = pattern.matcher(question).replaceAll(" ").strip();
                return new Scope(query.isEmpty() ? question : query, files(name));
            }
        }
        String meant = organisation == null
                ? null
                : known.stream()
                        .filter(name -> mention(name).matcher(organisation).find())
                        .findFirst()
                        .orElse(null);
        return new Scope(question, files(meant));
    }

    /** A document that does not tell whose it is counts for everybody. */
    private List<String> files(@Nullable String name) {
        return policies.stream()
                .filter(policy -> name == null || policy.organisation() == null || name.equals(policy.organisation()))
                .map(Policy::document)
                .toList();
    }

    /** The full name, the place alone, or the initials; with what English puts around it. */
    private static Pattern mention(String name) {
        String place = GENERIC.matcher(name).replaceAll(" ").strip().replaceAll("\\s+", " ");
        String initials = name.replaceAll("(\\p{L})\\p{L}*[\\s-]*", "$1").toLowerCase(Locale.UK);
        String names =
                Pattern.quote(place) + (initials.length() < SHORTEST_ACRONYM ? "" : "|" + Pattern.quote(initials));
        return Pattern.compile("(?iu)\\(?\\b(?:(?:at|in|for|by|of|under)\\s+)?(?:the\\s+)?(?:" + names + ")\\b(?:\\s+"
                + KINDS + ")?(?:\\s+Council)?(?:[’']s)?\\)?");
    }
}
