package io.beadle.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.beadle.privacy.Cipher;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Encrypts anew what was stored with another key than the one in use, or before there was encryption: once after the start, in
 * small batches. What a store writes meanwhile is newer and stays.
 */
final class Resealing implements Sweep {
    private static final int BATCH = 100;

    private final MongoDatabase plain;
    private final Cipher cipher;
    private volatile boolean done;

    Resealing(MongoDatabase plain, Cipher cipher) {
        this.plain = plain;
        this.cipher = cipher;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        if (done) {
            return 0;
        }
        List<String> names = plain.listCollectionNames().into(new ArrayList<>());
        long count = names.stream()
                .filter(name -> !name.contains(".") && !name.equals(KeyCheck.COLLECTION))
                .mapToLong(this::reseal)
                .sum();
        count += reseal(KeyCheck.COLLECTION);
        done = true;
        return count;
    }

    private long reseal(String name) {
        MongoCollection<Document> collection = plain.getCollection(name);
        SealedDocuments documents = new SealedDocuments(name, cipher);
        Bson stale = ne(SealedDocuments.SEALED_WITH, cipher.generation());
        long count = 0;
        List<Document> some = after(collection, stale);
        while (!some.isEmpty()) {
            count += some.stream()
                    .filter(one -> isResealed(collection, documents, one))
                    .count();
            some = after(collection, and(stale, gt("_id", some.getLast().get("_id"))));
        }
        return count;
    }

    /** The next in the order of the ids, so that one with nothing to encrypt is not met again and again. */
    private static List<Document> after(MongoCollection<Document> collection, Bson which) {
        return collection.find(which).sort(Sorts.ascending("_id")).limit(BATCH).into(new ArrayList<>());
    }

    private static boolean isResealed(
            MongoCollection<Document> collection, SealedDocuments documents, Document stored) {
        Document anew = documents.sealed(documents.opened(stored));
        if (!anew.containsKey(SealedDocuments.SEALED)) {
            return false;
        }
        Bson unchanged = and(
                eq("_id", stored.get("_id")),
                stored.containsKey(SealedDocuments.SEALED)
                        ? eq(SealedDocuments.SEALED, stored.get(SealedDocuments.SEALED))
                        : eq(SealedDocuments.SEALED_WITH, null));
        if (Objects.equals(anew.get("_id"), stored.get("_id"))) {
            return collection.replaceOne(unchanged, anew).getModifiedCount() == 1;
        }
        // from before there was encryption: an id cannot be changed, and what is unique in it cannot be there twice
        boolean taken = collection.deleteOne(unchanged).getDeletedCount() == 1;
        if (taken) {
            collection.insertOne(anew);
        }
        return taken;
    }
}
