package io.beadle.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.beadle.notification.OutboxNumber;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** One of the counters. */
@Repository
class MongoOutboxNumber implements OutboxNumber {
    private static final Bson OURS = Filters.eq("_id", "outbox");
    private static final String LAST = "last";

    private final MongoCollection<Document> counters;

    MongoOutboxNumber(MongoOperations mongo) {
        counters = mongo.getCollection("counters");
    }

    @Override
    public long current() {
        Document counter = counters.find(OURS).first();
        return counter == null ? 0 : counter.getLong(LAST);
    }

    @Override
    public long grow() {
        Document counter = counters.findOneAndUpdate(
                OURS,
                Updates.inc(LAST, 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(counter).getLong(LAST);
    }
}
