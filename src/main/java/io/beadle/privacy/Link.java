package io.beadle.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A link of a chain: that something was changed or read, and digests by which it shows if that is altered. It holds chosen values
 * alone; what was changed or read stands elsewhere.
 *
 * @param n counts from 1
 * @param what happened, in chosen values
 * @param parts the names of what it stands for
 * @param forgot the links before it of which the salt is gone with what they stood for; what is left of that, this one stands for
 * @param digest of the salt and the parts
 * @param state the digest, under another salt, of all that there was after it; "" where a chain keeps none
 * @param hash of the one before and all the above
 * @param salt null once it is forgotten
 */
public record Link(
        long n,
        Instant at,
        String what,
        List<String> parts,
        List<Long> forgot,
        String digest,
        String state,
        String hash,
        @Nullable String salt) {
    public Link {
        parts = List.copyOf(parts);
        forgot = List.copyOf(forgot);
    }

    /** The one after the link of that hash. */
    static Link after(
            String previous,
            long n,
            Instant at,
            String what,
            List<String> parts,
            List<Long> forgot,
            String digest,
            String state,
            String salt) {
        return new Link(n, at, what, parts, forgot, digest, state, "", salt).hashed(previous);
    }

    private Link hashed(String previous) {
        return new Link(n, at, what, parts, forgot, digest, state, hash(previous), salt);
    }

    boolean follows(String previous) {
        return hash.equals(hash(previous));
    }

    private String hash(String previous) {
        return Digest.of(
                previous,
                Map.of(
                        "n", n, "at", at, "what", what, "parts", parts, "forgot", forgot, "digest", digest, "state",
                        state));
    }

    Link forgotten() {
        return new Link(n, at, what, parts, forgot, digest, state, hash, null);
    }
}
