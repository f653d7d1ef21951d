package io.beadle.knowledge.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Enquiry;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.knowledge.AskedQuestion.Reply;
import io.beadle.knowledge.AskedQuestions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** One document a question; {@code gap}, {@code open} and {@code settled} beside it are what is looked for by. */
@Repository
class MongoAskedQuestions implements AskedQuestions {
    private static final String ASKED = "askedQuestions";

    private final MongoOperations mongo;

    MongoAskedQuestions(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(ASKED).createIndex(new Index("asker.conversation", Direction.ASC).on("at", Direction.DESC));
        mongo.indexOps(ASKED).createIndex(new Index("settled", Direction.ASC));
        mongo.indexOps(ASKED).createIndex(new Index("at", Direction.ASC));
        mongo.indexOps(ASKED).createIndex(new Index("open", Direction.ASC));
    }

    @Override
    public void keep(AskedQuestion question) {
        mongo.insert(document(question), ASKED);
    }

    @Override
    public Optional<AskedQuestion> find(String key) {
        return list(query(where("_id").is(key))).stream().findFirst();
    }

    @Override
    public Optional<AskedQuestion> latest(String conversation, String asker, Instant since) {
        Criteria theirs = where("asker.conversation")
                .is(conversation)
                .and("asker.id")
                .is(asker)
                .and("at")
                .gte(since);
        return list(query(theirs).with(Sort.by(Direction.DESC, "at")).limit(1)).stream()
                .findFirst();
    }

    @Override
    public Optional<AskedQuestion> answeredBy(String conversation, String activity) {
        Criteria answered =
                where("asker.conversation").is(conversation).and("activity").is(activity);
        return activity.isEmpty()
                ? Optional.empty()
                : list(query(answered).limit(1)).stream().findFirst();
    }

    @Override
    public List<AskedQuestion> gaps(Instant since, int limit) {
        return list(query(where("gap").is(true).and("at").gte(since))
                .with(Sort.by(Direction.DESC, "at"))
                .limit(limit));
    }

    @Override
    public List<AskedQuestion> settledBefore(Instant before, int limit) {
        Criteria settled = where("settled")
                .lt(before)
                .and("asker")
                .exists(true)
                .and("open")
                .is(false);
        return list(query(settled).with(Sort.by(Direction.ASC, "settled")).limit(limit));
    }

    @Override
    public List<AskedQuestion> open(int limit) {
        return list(query(where("open").is(true))
                .with(Sort.by(Direction.ASC, "enquiry.at"))
                .limit(limit));
    }

    @Override
    public Optional<AskedQuestion> replace(AskedQuestion changed) {
        Document next = document(changed).append("version", changed.version() + 1);
        Criteria unchanged = where("_id").is(changed.key()).and("version").is(changed.version());
        return mongo.replace(query(unchanged), next, ASKED).getMatchedCount() == 1
                ? Optional.of(question(next))
                : Optional.empty();
    }

    @Override
    public void delete(String key) {
        mongo.remove(query(where("_id").is(key)), ASKED);
    }

    @Override
    public long deleteAskedBefore(Instant before) {
        return mongo.remove(query(where("at").lt(before)), ASKED).getDeletedCount();
    }

    private List<AskedQuestion> list(Query query) {
        return mongo.find(query, Document.class, ASKED).stream()
                .map(MongoAskedQuestions::question)
                .toList();
    }

    private static Document document(AskedQuestion question) {
        Document document = new Document("_id", question.key())
                .append("version", question.version())
                .append("at", Date.from(question.at()))
                .append("settled", Date.from(question.settled()))
                .append("gap", question.isGap())
                .append("open", question.isOpen())
                .append("text", question.text())
                .append("read", question.read())
                .append("outcome", question.outcome().name())
                .append("passages", question.passages())
                .append("activity", question.activity());
        Asker asker = question.asker();
        if (asker != null) {
            document.append(
                    "asker",
                    new Document("id", asker.id())
                            .append("name", asker.name())
                            .append("member", asker.member())
                            .append("conversation", asker.conversation())
                            .append("thread", asker.thread()));
        }
        if (question.type() != null) {
            document.append("type", question.type());
        }
        if (question.reaction() != null) {
            document.append("reaction", question.reaction().name());
        }
        if (question.enquiry() != null) {
            document.append("enquiry", document(question.enquiry()));
        }
        return document;
    }

    private static Document document(Enquiry enquiry) {
        Document document = new Document("text", enquiry.text()).append("at", Date.from(enquiry.at()));
        Reply reply = enquiry.reply();
        if (reply != null) {
            document.append(
                    "reply",
                    new Document("text", reply.text())
                            .append("passage", reply.passage())
                            .append("by", reply.by())
                            .append("at", Date.from(reply.at())));
        }
        return document;
    }

    private static AskedQuestion question(Document document) {
        String reaction = document.getString("reaction");
        return new AskedQuestion(
                document.getString("_id"),
                document.getLong("version"),
                document.getDate("at").toInstant(),
                document.getString("text"),
                document.getString("read"),
                Outcome.valueOf(document.getString("outcome")),
                document.getList("passages", String.class),
                document.getString("type"),
                asker(document.get("asker", Document.class)),
                document.getString("activity"),
                reaction == null ? null : Reaction.valueOf(reaction),
                enquiry(document.get("enquiry", Document.class)));
    }

    private static @Nullable Asker asker(@Nullable Document document) {
        return document == null
                ? null
                : new Asker(
                        document.getString("id"),
                        document.getString("name"),
                        document.getString("member"),
                        document.getString("conversation"),
                        document.getString("thread"));
    }

    private static @Nullable Enquiry enquiry(@Nullable Document document) {
        return document == null
                ? null
                : new Enquiry(
                        document.getString("text"),
                        document.getDate("at").toInstant(),
                        reply(document.get("reply", Document.class)));
    }

    private static @Nullable Reply reply(@Nullable Document document) {
        return document == null
                ? null
                : new Reply(
                        document.getString("text"),
                        document.getString("passage"),
                        document.getString("by"),
                        document.getDate("at").toInstant());
    }
}
