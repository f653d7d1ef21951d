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
 * Answers in the collection {@code answered}: a digest, the answer, and the number of the day it was given on, which is
 * all that expiry needs (G8). The embedded store ignores TTL indexes, so a sweep expires them in both stores.
 */
@Component
class MongoAnsweredActivities implements AnsweredActivities, Sweep {
    private static final Duration REDELIVERED = Duration.ofHours(2);

    private final MongoCollection<Document> answered;
    private final InstantSource clock;

    MongoAnsweredActivities(MongoOperations mongo, InstantSource clock) {
        this.answered = mongo.getCollection("answered");
        this.clock = clock;
        answered.createIndex(Indexes.ascending("day"));
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
                    .append("day", day(clock.instant())));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public long forget() {
        return answered.deleteMany(new Document()).getDeletedCount();
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Forgets what was answered on a day that ended two hours ago. */
    @Override
    public long sweep(Instant now) {
        return answered.deleteMany(lt("day", day(now.minus(REDELIVERED)))).getDeletedCount();
    }

    /** In Greenwich. */
    private static long day(Instant at) {
        return at.getEpochSecond() / ChronoUnit.DAYS.getDuration().toSeconds();
    }
}
