package io.beadle.people.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.beadle.people.OneTimeCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Holds the digest of the one code. It has 60 random bits, so that a plain digest is enough. */
@Component
final class MongoOneTimeCode implements OneTimeCode {
    private static final String ID = "one-time-code";
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;

    private final MongoTemplate mongo;
    private final SecureRandom random = new SecureRandom();

    MongoOneTimeCode(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<String> issue() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        try {
            Document issued = new Document("_id", ID)
                    .append("digest", digest(code.toString()))
                    .append("used", false);
            settings().replaceOne(and(eq("_id", ID), eq("used", false)), issued, new ReplaceOptions().upsert(true));
            return Optional.of(code.toString());
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public boolean isOutstanding() {
        return settings().countDocuments(and(eq("_id", ID), eq("used", false))) == 1;
    }

    @Override
    public boolean matches(String given) {
        return settings().countDocuments(unused(given)) == 1;
    }

    @Override
    public boolean redeem(String given) {
        return settings().updateOne(unused(given), Updates.set("used", true)).getModifiedCount() == 1;
    }

    private static Bson unused(String given) {
        return and(eq("_id", ID), eq("used", false), eq("digest", digest(given)));
    }

    private MongoCollection<Document> settings() {
        return mongo.getCollection("settings");
    }

    private static String digest(String code) {
        String plain = code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
