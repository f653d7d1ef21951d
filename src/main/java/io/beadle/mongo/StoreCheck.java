package io.beadle.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Whether the store takes a document, gives it back and deletes it. */
@Component
final class StoreCheck implements SelfCheck {
    private static final String STORE = "selftest.store";

    private final MongoTemplate mongo;

    StoreCheck(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String about() {
        return STORE;
    }

    @Override
    public List<Finding> look(Instant now) {
        try {
            MongoCollection<Document> tests = mongo.getCollection("selfTests");
            String id = UUID.randomUUID().toString();
            tests.insertOne(new Document("_id", id));
            boolean read = tests.find(Filters.eq("_id", id)).first() != null;
            boolean deleted = tests.deleteOne(Filters.eq("_id", id)).getDeletedCount() == 1;
            return List.of(
                    read && deleted
                            ? Finding.ok(STORE, "selftest.store.good")
                            : Finding.failed(STORE, "selftest.store.lost"));
        } catch (MongoException e) { // its message names the server, and may quote what was stored
            return List.of(
                    Finding.failed(STORE, "selftest.store.none", e.getClass().getSimpleName()));
        }
    }
}
