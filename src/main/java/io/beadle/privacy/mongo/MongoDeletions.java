package io.beadle.privacy.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.content.Kept;
import io.beadle.privacy.Deletions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One document a day and kind, counted up in place: any number of instances delete. */
@Repository
class MongoDeletions implements Deletions {
    private static final String DELETIONS = "deletions";

    private final MongoOperations mongo;

    MongoDeletions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(Kept kind, long count, Instant now) {
        if (count > 0) {
            LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
            mongo.upsert(
                    query(where("_id").is(id(day, kind))),
                    new Update()
                            .inc("count", count)
                            .setOnInsert("day", day.toString())
                            .setOnInsert("kind", kind.name()),
                    DELETIONS);
        }
    }

    @Override
    public List<Day> before(LocalDate day) {
        return mongo
                .find(
                        query(where("day").lt(day.toString())).with(Sort.by(Direction.ASC, "day", "_id")),
                        Document.class,
                        DELETIONS)
                .stream()
                .map(found -> new Day(
                        LocalDate.parse(found.getString("day")),
                        Kept.valueOf(found.getString("kind")),
                        found.get("count", Number.class).longValue()))
                .toList();
    }

    @Override
    public void delete(Day certified) {
        mongo.remove(query(where("_id").is(id(certified.day(), certified.kind()))), DELETIONS);
    }

    private static String id(LocalDate day, Kept kind) {
        return day + " " + kind.id();
    }
}
