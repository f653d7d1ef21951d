package io.beadle.privacy;

import java.util.Locale;

/**
 * Where a chain does not hold.
 *
 * @param chain the reference of the incident, or {@link #INSTANCE}
 * @param n the first link that is wrong
 */
public record Break(String chain, long n, Kind kind) {
    /** The chain of what was read, searched, given out and purged. */
    public static final String INSTANCE = "instance";

    /** What is wrong. */
    public enum Kind {
        /** There is none, or it does not begin with its first link. */
        NO_CHAIN,
        /** A number is left out or comes twice. */
        GAP,
        /** It does not follow from the one before. */
        LINK,
        /** It has no salt any more, and none after it says why. */
        SALT,
        /** What it stands for is not what it was. */
        ENTRY,
        /** There is something that no link stands for. */
        UNRECORDED,
        /** What there is now is not what the last link left. */
        STATE,
        /** Beadle itself found it so when it came to change it. */
        FOUND_ALTERED,
        /** Something recorded earlier was changed, and not by way of the law. */
        REWRITTEN,
        /** It was once longer, or another. */
        CUT_OFF,
        /** It was witnessed, is not there, and no certificate says that it was purged. */
        GONE
    }

    /** As keys of texts have it. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
