package io.beadle.notification.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.notification.Limit;
import io.beadle.notification.Paces;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One document a place, with the times of the last hour. */
@Component
class MongoPaces implements Paces {
    private static final String PACES = "paces";
    private static final String SENT = "sent";

    private final MongoOperations mongo;

    MongoPaces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean allows(String place, List<Limit> limits, Instant now) {
        return allows(sent(find(place)), limits, now);
    }

    @Override
    public boolean take(String place, List<Limit> limits, Instant now) {
        while (true) {
            Document before = find(place);
            List<Instant> sent = sent(before);
            if (!allows(sent, limits, now)) {
                return false;
            }
            List<Date> next = Stream.concat(sent.stream().filter(at -> at.isAfter(now.minus(LONGEST))), Stream.of(now))
                    .map(Date::from)
                    .toList();
            if (store(place, before, next)) {
                return true;
            }
        }
    }

    private static boolean allows(List<Instant> sent, List<Limit> limits, Instant now) {
        return limits.stream().allMatch(limit -> limit.allows(sent, now));
    }

    private @Nullable Document find(String place) {
        return mongo.findById(place, Document.class, PACES);
    }

    private static List<Instant> sent(@Nullable Document document) {
        return document == null
                ? List.of()
                : document.getList(SENT, Date.class).stream()
                        .map(Date::toInstant)
                        .toList();
    }

    /** False when another came first. */
    private boolean store(String place, @Nullable Document before, List<Date> sent) {
        Document next = new Document("_id", place).append(SENT, sent);
        if (before == null) {
            try {
                mongo.insert(next.append("version", 0L), PACES);
                return true;
            } catch (DuplicateKeyException another) {
                return false;
            }
        }
        long version = Objects.requireNonNull(before.getLong("version"));
        return mongo.replace(
                                query(where("_id").is(place).and("version").is(version)),
                                next.append("version", version + 1),
                                PACES)
                        .getMatchedCount()
                == 1;
    }
}
