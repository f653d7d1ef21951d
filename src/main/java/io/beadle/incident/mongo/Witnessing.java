package io.beadle.incident.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.privacy.AuditLog;
import io.beadle.privacy.Trail;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Notes in the instance's chain how the chains of the incidents end, so that it shows if one is cut off, or an incident is gone.
 * One from before there were chains gets its first link.
 */
final class Witnessing implements Sweep {
    private static final String INCIDENTS = "incidents";

    private final MongoOperations mongo;
    private final AuditLog audit;
    private final int batch;
    private volatile boolean filled;

    Witnessing(MongoOperations mongo, AuditLog audit, int batch) {
        this.mongo = mongo;
        this.audit = audit;
        this.batch = batch;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public long sweep(Instant now) {
        if (!filled) {
            fillIn(now);
        }
        long count = 0;
        List<Document> unwitnessed = unwitnessed();
        while (!unwitnessed.isEmpty()) {
            Map<String, String> heads = new LinkedHashMap<>();
            unwitnessed.forEach(incident -> heads.put(
                    Audited.reference(incident), Audited.trail(incident).head()));
            audit.add(AuditLog.What.WITNESSED, "", "", heads, now);
            long done = unwitnessed.stream().filter(this::isDone).count();
            count += done;
            unwitnessed = done == 0 ? List.of() : unwitnessed();
        }
        return count;
    }

    private List<Document> unwitnessed() {
        return mongo.find(query(where(Audited.UNWITNESSED).is(true)).limit(batch), Document.class, INCIDENTS);
    }

    /** What was changed meanwhile is witnessed the next time. */
    private boolean isDone(Document incident) {
        return mongo.updateFirst(same(incident), new Update().unset(Audited.UNWITNESSED), INCIDENTS)
                        .getModifiedCount()
                == 1;
    }

    private void fillIn(Instant now) {
        String last = "";
        List<Document> without = without(last);
        while (!without.isEmpty()) {
            for (Document incident : without) {
                Document chain = Audited.document(
                        Audited.trail(incident).begin(Audited.content(incident), Trail.CARRIED_OVER, now));
                mongo.replace(
                        same(incident),
                        incident.append(Audited.AUDIT, chain).append(Audited.UNWITNESSED, true),
                        INCIDENTS);
            }
            last = Audited.reference(without.getLast());
            without = without(last);
        }
        filled = true;
    }

    private List<Document> without(String last) {
        return mongo.find(
                query(where("_id").gt(last).and(Audited.AUDIT).exists(false))
                        .with(Sort.by(Direction.ASC, "_id"))
                        .limit(batch),
                Document.class,
                INCIDENTS);
    }

    private static Query same(Document incident) {
        return query(where("_id").is(Audited.reference(incident)).and("version").is(incident.getLong("version")));
    }
}
