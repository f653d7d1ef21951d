package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.appendKnown;
import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.known;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** One document a person, so that nobody has two drafts open. */
@Repository
class MongoDrafts implements Drafts {
    private static final String DRAFTS = "drafts";

    private final MongoOperations mongo;

    MongoDrafts(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(DRAFTS).createIndex(new Index("draft", Direction.ASC).unique());
        mongo.indexOps(DRAFTS).createIndex(new Index("touched", Direction.ASC));
    }

    @Override
    public Optional<Draft> find(String id) {
        return one(where("draft").is(AnonymousToken.stored(id))).map(draft -> draft.withId(id));
    }

    @Override
    public Optional<Draft> openOf(String person) {
        return one(where("_id").is(person));
    }

    @Override
    public Draft begin(Draft draft) {
        while (true) {
            Optional<Draft> open = openOf(draft.reporter().id());
            if (open.isPresent()) {
                return open.get();
            }
            try {
                Document document = document(draft);
                mongo.insert(document, DRAFTS);
                return draft(document).withId(draft.id());
            } catch (DuplicateKeyException begun) {
                // by another device a moment ago: it is open now, or has ended again
            }
        }
    }

    @Override
    public Optional<Draft> replace(Draft changed) {
        Document next = document(changed).append("version", changed.version() + 1);
        return mongo.replace(query(unchanged(changed)), next, DRAFTS).getMatchedCount() == 1
                ? Optional.of(draft(next).withId(changed.id()))
                : Optional.empty();
    }

    @Override
    public void delete(String id) {
        mongo.remove(query(where("draft").is(AnonymousToken.stored(id))), DRAFTS);
    }

    @Override
    public boolean deleteUntouched(Draft draft) {
        return mongo.remove(query(unchanged(draft)), DRAFTS).getDeletedCount() == 1;
    }

    @Override
    public List<Draft> untouchedSince(Instant before) {
        return mongo
                .find(
                        query(where("touched").lt(before)).with(Sort.by(Direction.ASC, "touched")),
                        Document.class,
                        DRAFTS)
                .stream()
                .map(MongoDrafts::draft)
                .toList();
    }

    private static Criteria unchanged(Draft draft) {
        return where("_id")
                .is(draft.reporter().id())
                .and("draft")
                .is(AnonymousToken.stored(draft.id()))
                .and("version")
                .is(draft.version());
    }

    private Optional<Draft> one(Criteria criteria) {
        return Optional.ofNullable(mongo.findOne(query(criteria), Document.class, DRAFTS))
                .map(MongoDrafts::draft);
    }

    /** Answers are a list: a question's id need not be fit for a field's name. */
    private static Document document(Draft draft) {
        List<Document> answers = Fields.documents(
                List.copyOf(draft.answers().entrySet()),
                answer -> new Document("question", answer.getKey()).append("said", answer.getValue()));
        Document document = new Document("_id", draft.reporter().id())
                .append("draft", AnonymousToken.stored(draft.id()))
                .append("version", draft.version())
                .append("name", draft.reporter().name())
                .append("type", draft.type())
                .append("step", draft.step())
                .append("answers", answers)
                .append("begun", date(draft.begun()))
                .append("touched", date(draft.touched()));
        document.append("prefilled", List.copyOf(draft.prefilled()));
        appendKnown(document, "asked", draft.asked(), Function.identity());
        appendKnown(document, "place", draft.place(), MongoDrafts::document);
        return document;
    }

    private static Document document(Draft.Place place) {
        return new Document("conversation", place.conversation())
                .append("member", place.member())
                .append("card", place.card());
    }

    private static Draft.Place place(Document document, String field) {
        Document place = document.get(field, Document.class);
        return new Draft.Place(place.getString("conversation"), place.getString("member"), place.getString("card"));
    }

    private static Draft draft(Document document) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Document answer : document.getList("answers", Document.class)) {
            answers.put(answer.getString("question"), answer.getString("said"));
        }
        return new Draft(
                document.getString("draft"),
                document.getLong("version"),
                new Person(document.getString("_id"), document.getString("name")),
                document.getString("type"),
                document.getInteger("step"),
                answers,
                new LinkedHashSet<>(document.getList("prefilled", String.class, List.of())),
                known(document, "asked", Document::getString),
                instant(document, "begun"),
                instant(document, "touched"),
                known(document, "place", MongoDrafts::place));
    }
}
