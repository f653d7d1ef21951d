package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.appendKnown;
import static io.beadle.incident.mongo.Fields.known;
import static io.beadle.incident.mongo.Fields.person;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.SealedReporters;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** One document a report, with no time in it. */
@Repository
class MongoSealedReporters implements SealedReporters {
    private static final String SEALED = "sealedReporters";

    private final MongoOperations mongo;

    MongoSealedReporters(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(SEALED).createIndex(new Index("person.id", Direction.ASC));
    }

    @Override
    public void seal(String draft, Sealed reporter) {
        Document document = new Document("_id", draft).append("person", Fields.document(reporter.person()));
        appendKnown(document, "chat", reporter.chat(), IncidentDocuments::document);
        mongo.save(document, SEALED);
    }

    @Override
    public Optional<Sealed> find(String draft) {
        return Optional.ofNullable(mongo.findOne(query(where("_id").is(draft)), Document.class, SEALED))
                .map(document -> new Sealed(
                        person(document, "person"), known(document, "chat", IncidentDocuments::reporterChat)));
    }

    @Override
    public List<String> drafts() {
        return mongo.findDistinct(new Query(), "_id", SEALED, String.class);
    }

    @Override
    public void delete(String draft) {
        mongo.remove(query(where("_id").is(draft)), SEALED);
    }

    @Override
    public List<String> draftsOf(String person) {
        return mongo.find(query(where("person.id").is(person)), Document.class, SEALED).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }
}
