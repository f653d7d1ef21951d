package io.beadle.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What holds of every chain. */
final class Chain {
    private Chain() {}

    /**
     * The first link that is wrong.
     *
     * @param isAsRecorded of a link that has its salt: whether what it stands for has its digest
     */
    static Optional<Break> check(String chain, List<Link> links, Predicate<Link> isAsRecorded) {
        return check(chain, 0, Digest.of(chain), links, isAsRecorded);
    }

    /**
     * The same of one whose beginning was cut off.
     *
     * @param cut the number of the last link that was
     * @param hash of that link
     */
    static Optional<Break> check(String chain, long cut, String hash, List<Link> links, Predicate<Link> isAsRecorded) {
        Set<Long> forgotten = new HashSet<>();
        links.forEach(link -> link.forgot().stream().filter(n -> n < link.n()).forEach(forgotten::add));
        String previous = hash;
        long n = cut + 1;
        for (Link link : links) {
            Optional<Break.Kind> wrong = wrong(link, n, previous, forgotten.contains(link.n()), isAsRecorded);
            if (wrong.isPresent()) {
                return Optional.of(new Break(chain, Math.max(n, 1), wrong.get()));
            }
            previous = link.hash();
            n++;
        }
        return Optional.empty();
    }

    private static Optional<Break.Kind> wrong(
            Link link, long n, String previous, boolean forgotten, Predicate<Link> isAsRecorded) {
        if (link.n() != n) {
            return Optional.of(Break.Kind.GAP);
        }
        if (!link.follows(previous)) {
            return Optional.of(Break.Kind.LINK);
        }
        if (link.salt() == null && !forgotten) {
            return Optional.of(Break.Kind.SALT);
        }
        if (link.what().equals(Trail.FOUND_ALTERED)) {
            return Optional.of(Break.Kind.FOUND_ALTERED);
        }
        if (link.what().endsWith(Trail.REWRITTEN)) {
            return Optional.of(Break.Kind.REWRITTEN);
        }
        return link.salt() != null && !isAsRecorded.test(link) ? Optional.of(Break.Kind.ENTRY) : Optional.empty();
    }
}
