package io.beadle.knowledge.answer;

import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.index.LeastRecentlyUsed;
import io.beadle.knowledge.index.PolicyIndex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the {@value #REMEMBERED} questions asked last, of one index: another forgets them all. An answer depends on the
 * words, on whose policies are meant and on which documents may be read, and is known by a digest of these, so that nothing
 * here says what somebody typed, nor who.
 */
final class RememberedAnswers {
    /** Some 7 KB each, nearly all of it the texts of ten passages. */
    static final int REMEMBERED = 1_000;

    private final Map<String, Answer> remembered = new LeastRecentlyUsed<>(REMEMBERED);
    private final LongAdder found = new LongAdder();
    private final LongAdder computed = new LongAdder();
    private @Nullable PolicyIndex of;

    static String key(String question, @Nullable String organisation, List<Policy> readable) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, question);
            update(digest, organisation == null ? "" : organisation);
            readable.forEach(policy -> update(digest, policy.document()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** With its length, so that nothing somebody types can stand for the documents that somebody else may read. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    synchronized Optional<Answer> find(PolicyIndex index, String key) {
        Answer answer = index.equals(of) ? remembered.get(key) : null;
        if (answer != null) {
            found.increment();
        }
        return Optional.ofNullable(answer);
    }

    synchronized void keep(PolicyIndex index, String key, Answer answer) {
        computed.increment();
        if (!index.equals(of)) {
            remembered.clear();
            of = index;
        }
        remembered.put(key, answer);
    }

    /** How often nothing had to be looked for. */
    long found() {
        return found.sum();
    }

    long computed() {
        return computed.sum();
    }
}
