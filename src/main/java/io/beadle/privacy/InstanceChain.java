package io.beadle.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Where it does not hold.
     *
     * @param says by number, what those entries say that still say something
     */
    public static Optional<Break> check(List<Link> links, Map<Long, Map<String, Object>> says) {
        return Chain.check(
                Break.INSTANCE,
                links,
                link -> says.containsKey(link.n())
                        && Digest.of(String.valueOf(link.salt()), says.get(link.n()))
                                .equals(link.digest()));
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
