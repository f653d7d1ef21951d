package io.beadle.knowledge.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** One document an answer; the day of its review as text, because it is a day and not a moment. */
@Repository
class MongoCuratedAnswers implements CuratedAnswers {
    private static final String CURATED = "curatedAnswers";

    private final MongoOperations mongo;

    MongoCuratedAnswers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(CuratedAnswer answer) {
        try {
            mongo.insert(document(answer), CURATED);
        } catch (DuplicateKeyException there) {
            // the same button pressed twice
        }
    }

    @Override
    public Optional<CuratedAnswer> find(String id) {
        return list(query(where("_id").is(id))).stream().findFirst();
    }

    @Override
    public List<CuratedAnswer> all() {
        return list(query(where("retired").is(false)).with(Sort.by(Direction.ASC, "reviewDue", "_id")));
    }

    @Override
    public Optional<CuratedAnswer> replace(CuratedAnswer changed) {
        Document next = document(changed).append("version", changed.version() + 1);
        Criteria unchanged = where("_id").is(changed.id()).and("version").is(changed.version());
        return mongo.replace(query(unchanged), next, CURATED).getMatchedCount() == 1
                ? Optional.of(answer(next))
                : Optional.empty();
    }

    @Override
    public long deleteRetiredBefore(LocalDate day) {
        Criteria over = where("retired").is(true).and("reviewDue").lt(day.toString());
        return mongo.remove(query(over), CURATED).getDeletedCount();
    }

    private List<CuratedAnswer> list(Query query) {
        return mongo.find(query, Document.class, CURATED).stream()
                .map(MongoCuratedAnswers::answer)
                .toList();
    }

    private static Document document(CuratedAnswer answer) {
        return new Document("_id", answer.id())
                .append("version", answer.version())
                .append("question", answer.question())
                .append("text", answer.text())
                .append("passage", answer.passage())
                .append("owner", answer.owner())
                .append("given", Date.from(answer.given()))
                .append("reviewDue", answer.reviewDue().toString())
                .append("retired", answer.retired());
    }

    private static CuratedAnswer answer(Document document) {
        return new CuratedAnswer(
                document.getString("_id"),
                document.getLong("version"),
                document.getString("question"),
                document.getString("text"),
                document.getString("passage"),
                document.getString("owner"),
                document.getDate("given").toInstant(),
                LocalDate.parse(document.getString("reviewDue")),
                document.getBoolean("retired"));
    }
}
