package io.beadle.reader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** A document's name in an address: readable, of plain letters alone, and another for every document. */
final class Slug {
    private static final int LONGEST = 60;
    private static final int DIGEST_BYTES = 4;

    private Slug() {}

    /** Such as {@code mobile-and-remote-working-1f0c9a2b}; always the same for the same file name. */
    static String of(String document) {
        String words = Normalizer.normalize(document, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.[a-z0-9]{1,5}$", "")
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = words.substring(0, Math.min(LONGEST, words.length())).replaceAll("^-|-$", "");
        return (cut.isEmpty() ? "policy" : cut) + "-" + digest(document);
    }

    private static String digest(String document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
