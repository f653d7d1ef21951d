package io.beadle.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.beadle.privacy.Cipher;
import io.beadle.privacy.KeyFileException;
import io.beadle.privacy.UndecipherableException;
import org.bson.Document;

/**
 * One document that only the right keys open: whoever has others is told so before anything is read or written. It is the last
 * to be encrypted anew, so that it also misses a key that was dropped too early.
 */
final class KeyCheck {
    static final String COLLECTION = "keyCheck";
    private static final String ID = "keys";

    private final MongoCollection<Document> stored;
    private final SealedDocuments documents;

    KeyCheck(MongoDatabase plain, Cipher cipher) {
        this.stored = plain.getCollection(COLLECTION);
        this.documents = new SealedDocuments(COLLECTION, cipher);
    }

    /** @throws KeyFileException if what is stored was encrypted with a key that there is not */
    void check() {
        Document found = stored.find(Filters.eq(ID)).first();
        if (found == null) {
            found = inserted();
        }
        try {
            documents.opened(found);
        } catch (UndecipherableException e) {
            throw new KeyFileException(
                    "What is stored was encrypted with a key that is not among the keys given (beadle.privacy.key-file,"
                            + " beadle.privacy.keys, or keys.json in beadle.data-dir). Nothing was read or written. Give Beadle the keys that this"
                            + " database was made with; a key that was dropped too early is in an earlier copy of the file.");
        }
    }

    private Document inserted() {
        Document made = documents.sealed(new Document("_id", ID).append("check", true));
        try {
            stored.insertOne(made);
            return made;
        } catch (MongoWriteException e) {
            Document another = stored.find(Filters.eq(ID)).first();
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY || another == null) {
                throw e;
            }
            return another;
        }
    }
}
