package io.beadle.register.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.people.Person;
import io.beadle.privacy.AuditLog;
import io.beadle.register.CustodyLog;
import io.beadle.register.Opening;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/** One document a line; each is in the instance's chain before it is here. */
@Repository
class MongoCustodyLog implements CustodyLog {
    private static final String CUSTODY = "custody";

    private final MongoOperations mongo;
    private final AuditLog audit;

    MongoCustodyLog(MongoOperations mongo, AuditLog audit) {
        this.mongo = mongo;
        this.audit = audit;
        mongo.indexOps(CUSTODY).createIndex(new Index("incident", Direction.ASC));
    }

    @Override
    public void add(Opening line) {
        audit.add(
                AuditLog.What.EVIDENCE_OPENED,
                line.incident(),
                line.by().id(),
                Map.of("line", line.id(), "purpose", line.purpose().name()),
                line.at());
        mongo.insert(
                new Document("_id", line.id())
                        .append("incident", line.incident())
                        .append("evidence", line.evidence())
                        .append("person", line.by().id())
                        .append("personName", line.by().name())
                        .append("at", Date.from(line.at()))
                        .append("purpose", line.purpose().name())
                        .append("why", line.why())
                        .append("intact", line.intact()),
                CUSTODY);
    }

    @Override
    public List<Opening> of(String incident) {
        return mongo
                .find(query(where("incident").is(incident)).with(Sort.by(Direction.ASC, "at")), Document.class, CUSTODY)
                .stream()
                .map(MongoCustodyLog::line)
                .toList();
    }

    @Override
    public long deleteOf(String incident) {
        return mongo.remove(query(where("incident").is(incident)), CUSTODY).getDeletedCount();
    }

    private static Opening line(Document document) {
        return new Opening(
                document.getString("_id"),
                document.getString("incident"),
                document.getString("evidence"),
                new Person(document.getString("person"), document.getString("personName")),
                document.getDate("at").toInstant(),
                Opening.Purpose.valueOf(document.getString("purpose")),
                document.getString("why"),
                document.getBoolean("intact"));
    }
}
