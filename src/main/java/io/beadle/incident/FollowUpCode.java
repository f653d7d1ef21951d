package io.beadle.incident;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an anonymous reporter gets for a receipt: twenty letters and digits that are not taken for one another. By the first
 * eight (40 bits) the incident is found; the other twelve (60 bits) are the secret, of which only a slow hash is stored.
 */
public record FollowUpCode(String lookup, String secret) {
    /** Thirty-two of them; no 0 or O, no 1 or I. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LOOKUP = 8;
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final Pattern WRITTEN = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");

    /** Made of the lowest hundred bits. */
    static FollowUpCode of(BigInteger random) {
        StringBuilder code = new StringBuilder();
        BigInteger left = random;
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(left.intValue() & 31));
            left = left.shiftRight(5);
        }
        return new FollowUpCode(code.substring(0, LOOKUP), code.substring(LOOKUP));
    }

    /** What somebody wrote, if it can be a code; small letters, spaces, hyphens and full stops do not matter. */
    public static Optional<FollowUpCode> read(String written) {
        String plain = written.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}.]", "");
        return WRITTEN.matcher(plain).matches()
                ? Optional.of(new FollowUpCode(plain.substring(0, LOOKUP), plain.substring(LOOKUP)))
                : Optional.empty();
    }

    /** In groups of four with hyphens between. */
    public String written() {
        return (lookup + secret).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Nothing of it: it opens the report. */
    @Override
    public String toString() {
        return "FollowUpCode";
    }
}
