package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.instant;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.FactsAsked;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** One document a person. */
@Repository
class MongoFactsAsked implements FactsAsked {
    private static final String ASKED = "factsAsked";

    private final MongoOperations mongo;

    MongoFactsAsked(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Asked> of(String person) {
        return Optional.ofNullable(mongo.findOne(query(where("_id").is(person)), Document.class, ASKED))
                .map(document -> new Asked(
                        document.getString("_id"),
                        document.getString("incident"),
                        document.getString("question"),
                        instant(document, "at")));
    }

    @Override
    public void put(Asked asked) {
        mongo.save(
                new Document("_id", asked.person())
                        .append("incident", asked.incident())
                        .append("question", asked.question())
                        .append("at", date(asked.at())),
                ASKED);
    }

    @Override
    public void forget(String person) {
        mongo.remove(query(where("_id").is(person)), ASKED);
    }

    @Override
    public long forgetBefore(Instant then) {
        return mongo.remove(query(where("at").lt(date(then))), ASKED).getDeletedCount();
    }
}
