package io.beadle.teams.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.beadle.sweep.Sweep;
import io.beadle.teams.AnsweredActivities;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Answers in the collection {@code answered}: a digest, the answer, and the number of the hour it was given in, which is
 * all that expiry needs. The embedded store ignores TTL indexes, so a sweep expires them in both stores.
 */
@Component
class MongoAnsweredActivities implements AnsweredActivities, Sweep {
    private final MongoCollection<Document> answered;
    private final InstantSource clock;

    MongoAnsweredActivities(MongoOperations mongo, InstantSource clock) {
        this.answered = mongo.getCollection("answered");
        this.clock = clock;
        answered.createIndex(Indexes.ascending("hour"));
    }

    @Override
    public Optional<Reply> find(String digest) {
        return Optional.ofNullable(answered.find(eq(digest)).first())
                .map(document -> new Reply(document.getInteger("status"), document.getString("body")));
    }

    @Override
    public void store(String digest, Reply reply) {
        try {
            answered.insertOne(new Document("_id", digest)
                    .append("status", reply.status())
                    .append("body", reply.body())
                    .append("hour", hour(clock.instant())));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Forgets what was answered before the last full hour. */
    @Override
    public long sweep(Instant now) {
        return answered.deleteMany(lt("hour", hour(now) - 1)).getDeletedCount();
    }

    private static long hour(Instant at) {
        return at.getEpochSecond() / ChronoUnit.HOURS.getDuration().toSeconds();
    }
}
