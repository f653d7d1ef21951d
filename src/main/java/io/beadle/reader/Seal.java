package io.beadle.reader;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links and knows its own again: HMAC-SHA-256 over a document's slug, the end of the link and what it opens. */
final class Seal {
    /** What a link opens. */
    enum Opens {
        NOTHING,
        /** The document as long as everybody may read it. */
        UNRESTRICTED,
        /** The document also where the register restricts it: made for somebody who may read it. */
        ANY
    }

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,10}");

    private final SecretKeySpec key;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The signature, in letters that an address carries as they are. */
    String sign(String slug, Instant end, Opens opens) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String signed = slug + '\n' + end.getEpochSecond() + '\n' + opens;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /**
     * What somebody may open who brings this.
     *
     * @param end in seconds since 1970, as the link has it
     */
    Opens opens(String slug, String end, String signature, Instant now) {
        if (!SECONDS.matcher(end).matches()) {
            return Opens.NOTHING;
        }
        Instant until = Instant.ofEpochSecond(Long.parseLong(end));
        if (!now.isBefore(until)) {
            return Opens.NOTHING;
        }
        boolean any = isEqual(sign(slug, until, Opens.ANY), signature);
        boolean unrestricted = isEqual(sign(slug, until, Opens.UNRESTRICTED), signature);
        return any ? Opens.ANY : unrestricted ? Opens.UNRESTRICTED : Opens.NOTHING;
    }

    /** Takes the same time wherever they differ. */
    private static boolean isEqual(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
