package io.beadle.incident.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.Readings;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/** One document a reading; none is ever changed. */
@Repository
class MongoReadings implements Readings {
    private static final String READINGS = "readings";

    private final MongoOperations mongo;

    MongoReadings(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(READINGS).createIndex(new Index("incident", Direction.ASC));
    }

    @Override
    public void add(Reading reading) {
        mongo.insert(
                new Document("incident", reading.incident())
                        .append("person", reading.person())
                        .append("at", Fields.date(reading.at())),
                READINGS);
    }

    @Override
    public List<Reading> of(String incident) {
        return mongo
                .find(
                        query(where("incident").is(incident)).with(Sort.by(Direction.ASC, "at")),
                        Document.class,
                        READINGS)
                .stream()
                .map(document -> new Reading(
                        document.getString("incident"), document.getString("person"), Fields.instant(document, "at")))
                .toList();
    }
}
