package io.beadle.incident;

import io.beadle.people.Person;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The id of a report that is being made anonymously. It stands on the report's card and nowhere else: stores keep a digest,
 * and whoever holds the card acts on the report. It has 192 random bits, so that a plain digest is enough.
 */
public record AnonymousToken(String id) {
    private static final String BEGINS = "anonymous.";
    private static final int BYTES = 24;
    private static final int ID_LENGTH = BEGINS.length() + 32;

    public static AnonymousToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new AnonymousToken(BEGINS + Base64.getUrlEncoder().encodeToString(bytes));
    }

    /** The token that the id of a draft is, if it is one. */
    public static Optional<AnonymousToken> of(String draft) {
        return draft.startsWith(BEGINS) && draft.length() == ID_LENGTH
                ? Optional.of(new AnonymousToken(draft))
                : Optional.empty();
    }

    /** Under what a draft of this id, and the incident made of it, is stored: any other id as it is. */
    public static String stored(String draft) {
        return of(draft).map(token -> "digest." + token.digest("draft")).orElse(draft);
    }

    /** Stands where a draft names its reporter: somebody else in each report. */
    public Person holder() {
        return new Person("holder." + digest("holder"), "");
    }

    /** The receipt. The same for the same token, so that a report sent again gets it again. */
    public FollowUpCode code() {
        return FollowUpCode.of(new BigInteger(1, sha256("code")));
    }

    private String digest(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(purpose));
    }

    private byte[] sha256(String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((purpose + '\n' + id).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Nothing of it: it opens the report. */
    @Override
    public String toString() {
        return "AnonymousToken";
    }
}
