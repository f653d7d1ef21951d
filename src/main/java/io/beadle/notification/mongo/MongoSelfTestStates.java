package io.beadle.notification.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.beadle.notification.SelfTestStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Two documents: whose turn it is to tell, and what was told. */
@Repository
class MongoSelfTestStates implements SelfTestStates {
    private static final String TURN = "turn";
    private static final String TOLD = "told";

    private final MongoCollection<Document> states;

    MongoSelfTestStates(MongoOperations mongo) {
        states = mongo.getCollection("selfTestStates");
    }

    @Override
    public boolean lead(String instance, Instant now, Duration time) {
        Bson free = and(eq("_id", TURN), or(eq("instance", instance), lt("until", Date.from(now))));
        return written(
                free,
                Updates.combine(Updates.set("instance", instance), Updates.set("until", Date.from(now.plus(time)))));
    }

    @Override
    public Told told() {
        Document told = states.find(eq("_id", TOLD)).first();
        return told == null
                ? new Told(0, 0, Set.of(), Set.of())
                : new Told(
                        told.getLong("number"),
                        told.getLong("alarm"),
                        names(told.getList("failed", String.class)),
                        names(told.getList("warning", String.class)));
    }

    @Override
    public boolean tell(Told told) {
        return written(
                and(eq("_id", TOLD), eq("number", told.number() - 1)),
                Updates.combine(
                        Updates.set("number", told.number()),
                        Updates.set("alarm", told.alarm()),
                        Updates.set("failed", List.copyOf(told.failed())),
                        Updates.set("warning", List.copyOf(told.warning()))));
    }

    /** Of the document found, or of a new one; false where there is one that is not found. */
    private boolean written(Bson filter, Bson update) {
        try {
            states.updateOne(filter, update, new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Set<String> names(@Nullable List<String> names) {
        return names == null ? Set.of() : Set.copyOf(names);
    }
}
