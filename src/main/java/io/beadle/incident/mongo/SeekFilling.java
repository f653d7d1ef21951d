package io.beadle.incident.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Fills in by what incidents are searched, of those stored before there was all of it: until their next change some
 * searches would not find them. Once after the start, in small batches; what a change writes meanwhile is newer and stays.
 */
final class SeekFilling implements Sweep {
    private static final String INCIDENTS = "incidents";
    private static final String SEEK = "seek";

    private final MongoOperations mongo;
    private final int batch;
    private volatile boolean filled;

    SeekFilling(MongoOperations mongo, int batch) {
        this.mongo = mongo;
        this.batch = batch;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        if (filled) {
            return 0;
        }
        long count = 0;
        String last = "";
        List<Document> without = without(last);
        while (!without.isEmpty()) {
            count += without.stream().filter(this::isFilled).count();
            last = without.getLast().getString("_id");
            without = without(last);
        }
        filled = true;
        return count;
    }

    /** The next in the order of the references, so that one that cannot be filled in is not met again and again. */
    private List<Document> without(String last) {
        return mongo.find(
                query(where("_id").gt(last).and(SoughtBy.NEWEST).exists(false))
                        .with(Sort.by(Direction.ASC, "_id"))
                        .limit(batch),
                Document.class,
                INCIDENTS);
    }

    private boolean isFilled(Document stored) {
        return mongo.replace(
                                query(where("_id")
                                        .is(stored.getString("_id"))
                                        .and("version")
                                        .is(stored.getLong("version"))
                                        .and(SoughtBy.NEWEST)
                                        .exists(false)),
                                stored.append(SEEK, SoughtBy.document(IncidentDocuments.incident(stored))),
                                INCIDENTS)
                        .getModifiedCount()
                == 1;
    }
}
