package io.beadle.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The chain of changes of one incident. Each link stands for the parts that came with it, and for all that there was after it;
 * of that the last link's digest alone can be checked, because the salt of the others is gone.
 *
 * @param chain what it is the chain of: two chains of the same content differ by it
 * @param salt with which the last link digested all that there was, "" where there is no link
 */
public record Trail(String chain, List<Link> links, String salt) {
    /** What the link says that begins the chain of what was there before there were chains. */
    public static final String CARRIED_OVER = "CARRIED_OVER";

    /** What the link says that Beadle puts in where it finds something altered; the chain goes on, and never holds again. */
    static final String FOUND_ALTERED = "FOUND_ALTERED";

    /** What the link says besides by which something recorded before was changed in no way that the law knows. */
    static final String REWRITTEN = "REWRITTEN";

    public Trail {
        links = List.copyOf(links);
    }

    public static Trail of(String chain) {
        return new Trail(chain, List.of(), "");
    }

    /** How it ends, as others note it: the number and hash of the last link. */
    public String head() {
        return links.isEmpty() ? "0" : head(links.getLast());
    }

    static String head(Link link) {
        return link.n() + ":" + link.hash();
    }

    /** The chain with its first link, for all that there is. */
    public Trail begin(Content all, String what, Instant at) {
        return with(what, List.copyOf(all.parts().keySet()), List.of(), all, at);
    }

    /**
     * The chain after a change; the same where nothing changed that it keeps watch over.
     *
     * @param before as it was stored, which must be as the last link left it: if not, that is put in the chain first
     * @param lawful whether something recorded earlier may be changed: a redaction, rectification or erasure
     */
    public Trail grow(Content before, Content after, String what, boolean lawful, Instant at) {
        if (links.isEmpty()) {
            return begin(before, CARRIED_OVER, at).grow(before, after, what, lawful, at);
        }
        if (!isAsLeft(before)) {
            return with(FOUND_ALTERED, List.of(), List.of(), before, at).grow(before, after, what, lawful, at);
        }
        if (isAsLeft(after)) {
            return this;
        }
        Set<String> rewritten = new HashSet<>(after.unlike(before));
        List<Link> stale = links.stream()
                .filter(link -> link.salt() != null && link.parts().stream().anyMatch(rewritten::contains))
                .toList();
        List<String> parts = Stream.concat(
                        before.unlike(after).stream(), stale.stream().flatMap(link -> link.parts().stream()))
                .filter(after.parts()::containsKey)
                .distinct()
                .toList();
        return with(
                lawful || rewritten.isEmpty() ? what : what + '+' + REWRITTEN,
                parts,
                stale.stream().map(Link::n).toList(),
                after,
                at);
    }

    private Trail with(String what, List<String> parts, List<Long> forgot, Content all, Instant at) {
        String own = Digest.salt();
        String next = Digest.salt();
        List<Link> grown = new ArrayList<>(links.stream()
                .map(link -> forgot.contains(link.n()) ? link.forgotten() : link)
                .toList());
        grown.add(Link.after(
                links.isEmpty() ? Digest.of(chain) : links.getLast().hash(),
                links.size() + 1,
                at,
                what,
                parts,
                forgot,
                all.digest(own, parts),
                all.digest(next),
                own));
        return new Trail(chain, grown, next);
    }

    private boolean isAsLeft(Content all) {
        return all.digest(salt).equals(links.getLast().state());
    }

    /** Where it does not hold of what there is; empty where it does. */
    public Optional<Break> check(Content all) {
        if (links.isEmpty()) {
            return Optional.of(new Break(chain, 0, Break.Kind.NO_CHAIN));
        }
        Set<String> recorded = new HashSet<>();
        Optional<Break> first = Chain.check(chain, links, link -> {
            recorded.addAll(link.salt() == null ? List.of() : link.parts());
            return all.digest(String.valueOf(link.salt()), link.parts()).equals(link.digest());
        });
        return first.or(() ->
                        recorded.containsAll(all.parts().keySet()) ? Optional.empty() : last(Break.Kind.UNRECORDED))
                .or(() -> isAsLeft(all) ? Optional.empty() : last(Break.Kind.STATE));
    }

    private Optional<Break> last(Break.Kind kind) {
        return Optional.of(new Break(chain, links.getLast().n(), kind));
    }

    /** Whether it had this head once. */
    public boolean had(String head) {
        return links.stream().anyMatch(link -> head(link).equals(head));
    }

    /** The number of links alone. */
    @Override
    public String toString() {
        return chain + "[" + links.size() + "]";
    }
}
