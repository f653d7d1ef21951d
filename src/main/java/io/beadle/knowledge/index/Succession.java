package io.beadle.knowledge.index;

import io.beadle.knowledge.Policy;
import io.beadle.knowledge.document.PolicyDocument;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which file took the place of one that is gone: "mobile-policy-v3.pdf" that of "mobile-policy-v2.pdf". It has the same
 * title, but for version and date, or mostly the same clauses, and came later.
 */
final class Succession {
    /** Share of the shorter one's clauses: policies of one council share a few by the template they were written in. */
    private static final double MOSTLY = 0.5;

    private static final Pattern VERSION = Pattern.compile(
            "\\b(v|version|issue|rev|revision)\\.?\\s*\\d[\\d.]*|\\b(draft|final)\\b|\\d+|[^\\p{L}\\s]");

    private Succession() {}

    /**
     * The file that took its place.
     *
     * @param since when the one that is gone was first read
     */
    static Optional<String> heir(PolicyDocument gone, Instant since, Catalogue before, Catalogue after) {
        Set<String> clauses = clauses(gone);
        String title = plain(gone.policy().title());
        return after.documents().stream()
                .filter(other -> before.find(other.file()).isEmpty()
                        || (other.since().isAfter(since)
                                && before.find(other.file())
                                        .filter(then -> then.digest().equals(other.digest()))
                                        .isPresent()))
                .filter(other -> mayBe(gone.policy(), other.policy()))
                .map(other -> new Candidate(
                        other.file(),
                        !title.isBlank() && title.equals(plain(other.policy().title())),
                        shared(clauses, clauses(after.content(other)))))
                .filter(candidate -> candidate.titled() || candidate.shared() >= MOSTLY)
                .max(Comparator.comparing(Candidate::titled).thenComparingDouble(Candidate::shared))
                .map(Candidate::file);
    }

    private record Candidate(String file, boolean titled, double shared) {}

    /** Policies of two organisations are two policies. */
    private static boolean mayBe(Policy one, Policy other) {
        return one.organisation() == null
                || other.organisation() == null
                || Objects.equals(one.organisation(), other.organisation());
    }

    private static double shared(Set<String> one, Set<String> other) {
        int shorter = Math.min(one.size(), other.size());
        return shorter == 0 ? 0 : (double) one.stream().filter(other::contains).count() / shorter;
    }

    private static Set<String> clauses(PolicyDocument document) {
        return document.passages().stream()
                .flatMap(passage -> ClauseText.of(passage).stream())
                .map(ClauseText::normal)
                .collect(Collectors.toSet());
    }

    private static String plain(String title) {
        String words = VERSION.matcher(title.toLowerCase(Locale.UK)).replaceAll(" ");
        return Stream.of(words.strip().split("\\s+")).collect(Collectors.joining(" "));
    }
}
