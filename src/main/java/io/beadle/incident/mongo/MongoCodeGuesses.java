package io.beadle.incident.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.CodeGuesses;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One document a first part and hour, deleted once the hour is over. */
@Repository
class MongoCodeGuesses implements CodeGuesses, Sweep {
    private static final String GUESSES = "codeGuesses";

    private final MongoOperations mongo;

    MongoCodeGuesses(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean take(String lookup, Instant now) {
        Document counted = mongo.findAndModify(
                query(where("_id").is(key(lookup, now))),
                new Update().inc("tried", 1).setOnInsert("hour", hour(now)),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                GUESSES);
        return Objects.requireNonNull(counted).getInteger("tried") <= MOST;
    }

    @Override
    public void giveBack(String lookup, Instant now) {
        mongo.updateFirst(query(where("_id").is(key(lookup, now))), new Update().inc("tried", -1), GUESSES);
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public long sweep(Instant now) {
        return mongo.remove(query(where("hour").lt(hour(now))), GUESSES).getDeletedCount();
    }

    private static String key(String lookup, Instant now) {
        return lookup + " " + hour(now);
    }

    private static long hour(Instant at) {
        return at.getEpochSecond() / ChronoUnit.HOURS.getDuration().toSeconds();
    }
}
