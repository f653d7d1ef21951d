package io.beadle.knowledge.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Vectors of the {@value #REMEMBERED} questions asked last, 3 KB each: what many ask is embedded once. They are of the models
 * alone, so that they stay good when the index is another. Known by a digest of the words and without who asked, so that nothing
 * here says what somebody typed.
 */
final class QuestionVectors {
    static final int REMEMBERED = 2_000;

    private final Function<String, float[]> model;
    private final Map<String, float[]> remembered = Collections.synchronizedMap(new LeastRecentlyUsed<>(REMEMBERED));
    private final LongAdder found = new LongAdder();
    private final LongAdder computed = new LongAdder();

    QuestionVectors(Function<String, float[]> model) {
        this.model = model;
    }

    /** Not to be changed. */
    float[] of(String question) {
        String digest = digest(question);
        float[] known = remembered.get(digest);
        if (known != null) {
            found.increment();
            return known;
        }
        computed.increment();
        float[] vector = model.apply(question);
        remembered.put(digest, vector);
        return vector;
    }

    /** How often nothing had to be computed. */
    long found() {
        return found.sum();
    }

    long computed() {
        return computed.sum();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
