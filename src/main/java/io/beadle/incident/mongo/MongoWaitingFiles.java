package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.appendKnown;
import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.known;
import static io.beadle.incident.mongo.Fields.person;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.WaitingFile;
import io.beadle.incident.WaitingFiles;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** One document a file, and one for each report of which somebody said that what they send is safe to keep. */
@Repository
class MongoWaitingFiles implements WaitingFiles {
    private static final String FILES = "waiting-files";
    private static final String CONFIRMED = "evidence-confirmed";

    private final MongoOperations mongo;

    MongoWaitingFiles(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(FILES).createIndex(new Index("due", Direction.ASC).sparse());
        mongo.indexOps(FILES).createIndex(new Index("sender.id", Direction.ASC));
    }

    @Override
    public void insert(WaitingFile file) {
        mongo.insert(document(file), FILES);
    }

    @Override
    public List<WaitingFile> askedOf(String person) {
        return list(
                query(where("sender.id").is(person).and("due").exists(false)).with(Sort.by(Direction.ASC, "sent")));
    }

    @Override
    public List<WaitingFile> due(Instant now, int limit) {
        return list(
                query(where("due").lte(now)).with(Sort.by(Direction.ASC, "due")).limit(limit));
    }

    @Override
    public Optional<WaitingFile> replace(WaitingFile changed) {
        Document next = document(changed).append("version", changed.version() + 1);
        Criteria unchanged = where("_id").is(changed.id()).and("version").is(changed.version());
        return mongo.replace(query(unchanged), next, FILES).getMatchedCount() == 1
                ? Optional.of(file(next))
                : Optional.empty();
    }

    @Override
    public void delete(String id) {
        mongo.remove(query(where("_id").is(id)), FILES);
    }

    @Override
    public long deleteAskedBefore(Instant before) {
        return mongo.remove(query(where("due").exists(false).and("sent").lt(before)), FILES)
                .getDeletedCount();
    }

    @Override
    public void confirm(String report, Person by, Instant at) {
        try {
            mongo.insert(
                    new Document("_id", report)
                            .append("by", Fields.document(by))
                            .append("at", date(at)),
                    CONFIRMED);
        } catch (DuplicateKeyException before) {
            // they said so of an earlier file
        }
    }

    @Override
    public boolean isConfirmed(String report) {
        return mongo.exists(query(where("_id").is(report)), CONFIRMED);
    }

    @Override
    public List<String> reports() {
        Stream<String> waiting = mongo.findDistinct(new Query(), "report", FILES, String.class).stream();
        Stream<String> confirmed = mongo.findDistinct(new Query(), "_id", CONFIRMED, String.class).stream();
        return Stream.concat(waiting, confirmed)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public void deleteOf(String report) {
        mongo.remove(query(where("report").is(report)), FILES);
        mongo.remove(query(where("_id").is(report)), CONFIRMED);
    }

    private List<WaitingFile> list(Query query) {
        return mongo.find(query, Document.class, FILES).stream()
                .map(MongoWaitingFiles::file)
                .toList();
    }

    private static Document document(WaitingFile file) {
        Document document = new Document("_id", file.id())
                .append("version", file.version())
                .append("sender", Fields.document(file.sender()))
                .append("member", file.member())
                .append("conversation", file.conversation())
                .append("name", file.name())
                .append("declared", file.declared())
                .append("url", file.url())
                .append("inline", file.inline())
                .append("sent", date(file.sent()))
                .append("attempts", file.attempts());
        appendKnown(document, "report", file.report(), Function.identity());
        appendKnown(document, "due", file.due(), Fields::date);
        return document;
    }

    private static WaitingFile file(Document document) {
        return new WaitingFile(
                document.getString("_id"),
                document.getLong("version"),
                known(document, "report", Document::getString),
                person(document, "sender"),
                document.getString("member"),
                document.getString("conversation"),
                document.getString("name"),
                document.getString("declared"),
                document.getString("url"),
                document.getBoolean("inline"),
                instant(document, "sent"),
                known(document, "due", Fields::instant),
                document.getInteger("attempts"));
    }
}
