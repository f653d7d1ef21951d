package io.beadle.privacy;

import io.beadle.content.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How the links of the instance's chain are made and checked. */
public final class InstanceChain {
    private InstanceChain() {}

    /**
     * The link after that one.
     *
     * @param before the last link, null where there is none
     */
    public static Link next(
            @Nullable Link before, String what, Map<String, Object> says, List<Long> forgot, Instant at) {
        String salt = Digest.salt();
        return Link.after(
                before == null ? Digest.of(Break.INSTANCE) : before.hash(),
                before == null ? 1 : before.n() + 1,
                at,
                what,
                List.of(),
                forgot,
                Digest.of(salt, says),
                "",
                salt);
    }

    /** What an entry says by which the chain's beginning is cut off: how that ended, as a head. */
    public record Cut(String through, Instant at) {
        long n() {
            return number(through).orElse(0L);
        }

        /** Nobody may cut off what claims can still rest on, whatever the content says. */
        boolean mayHaveCutBefore(Link first) {
            return !first.at().plus(Kept.AUDIT.least()).isAfter(at);
        }
    }

    /**
     * Where it does not hold.
     *
     * @param cut the latest there was, null where there was none; links that it should have taken are passed over
     * @param says by number, what those entries say that still say something
     */
    public static Optional<Break> check(List<Link> links, @Nullable Cut cut, Map<Long, Map<String, Object>> says) {
        Predicate<Link> isAsRecorded = link -> says.containsKey(link.n())
                && Digest.of(String.valueOf(link.salt()), says.get(link.n())).equals(link.digest());
        if (cut == null) {
            return Chain.check(Break.INSTANCE, links, isAsRecorded);
        }
        List<Link> left = links.stream().filter(link -> link.n() > cut.n()).toList();
        if (left.isEmpty() || !cut.mayHaveCutBefore(left.getFirst())) {
            return Optional.of(new Break(Break.INSTANCE, cut.n() + 1, Break.Kind.CUT_OFF));
        }
        String hash = cut.through().substring(cut.through().indexOf(':') + 1);
        return Chain.check(Break.INSTANCE, cut.n(), hash, left, isAsRecorded);
    }

    public static String head(Link link) {
        return Trail.head(link);
    }

    /** Of the link that a head names. */
    public static Optional<Long> number(String head) {
        return head.matches("[1-9]\\d{0,17}:.+")
                ? Optional.of(Long.valueOf(head.substring(0, head.indexOf(':'))))
                : Optional.empty();
    }
}
