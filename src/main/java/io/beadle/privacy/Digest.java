package io.beadle.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 over values, written down in one way only: the order of a map's keys does not count, the type and length of each value
 * does, so that no two different values are written alike.
 */
public final class Digest {
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final MessageDigest sha256;

    private Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 128 random bits, beside what they are digested with: once they are gone, a digest cannot be guessed at any more. */
    public static String salt() {
        byte[] random = new byte[SALT_BYTES];
        RANDOM.nextBytes(random);
        return TEXT.encodeToString(random);
    }

    /**
     * Of the values one after another, as text.
     *
     * @param values maps with names as keys, lists, texts, whole numbers, truths and moments to the millisecond, one in another
     */
    public static String of(Object... values) {
        Digest digest = new Digest();
        for (Object value : values) {
            digest.add(value);
        }
        return TEXT.encodeToString(digest.sha256.digest());
    }

    private void add(Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                begin('m', map.size());
                TreeMap<String, Object> sorted = new TreeMap<>();
                map.forEach((key, inner) -> sorted.put((String) key, inner));
                sorted.forEach((key, inner) -> {
                    text('k', key);
                    add(inner);
                });
            }
            case Collection<?> list -> {
                begin('l', list.size());
                list.forEach(this::add);
            }
            case String text -> text('s', text);
            case Date date -> text('t', Long.toString(date.toInstant().toEpochMilli()));
            case Instant instant -> text('t', Long.toString(instant.toEpochMilli()));
            case Boolean truth -> text('b', truth.toString());
            case Integer number -> text('n', number.toString());
            case Long number -> text('n', number.toString());
            default ->
                throw new IllegalArgumentException(
                        "Cannot digest a " + value.getClass().getName());
        }
    }

    private void text(char type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(type, bytes.length);
        sha256.update(bytes);
    }

    private void begin(char type, int length) {
        sha256.update((type + Integer.toString(length) + ':').getBytes(StandardCharsets.US_ASCII));
    }
}
