package io.beadle.notification.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.DeskPost;
import io.beadle.incident.OutboxBell;
import io.beadle.notification.Desk;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.teams.Message;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One document a notice; {@code due} beside its errand is what a relay looks for. */
@Repository
class MongoNotices implements Notices {
    private static final String NOTICES = "notices";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MongoOperations mongo;
    private final OutboxBell bell;

    MongoNotices(MongoOperations mongo, OutboxBell bell) {
        this.mongo = mongo;
        this.bell = bell;
        mongo.indexOps(NOTICES).createIndex(new Index("due", Direction.ASC).sparse());
        mongo.indexOps(NOTICES).createIndex(new Index("changed", Direction.ASC));
    }

    @Override
    public boolean insert(Notice notice) {
        try {
            mongo.insert(document(notice), NOTICES);
            ring(notice);
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    @Override
    public Optional<Notice> find(String key) {
        return Optional.ofNullable(mongo.findOne(query(where("_id").is(key)), Document.class, NOTICES))
                .map(MongoNotices::notice);
    }

    @Override
    public List<Notice> due(Instant now, boolean desk, int limit) {
        return mongo
                .find(
                        query(where("due").lte(now).and("errand.member").exists(!desk))
                                .with(Sort.by(Direction.ASC, "due"))
                                .limit(limit),
                        Document.class,
                        NOTICES)
                .stream()
                .map(MongoNotices::notice)
                .toList();
    }

    @Override
    public List<Notice> stuck(int attempts, int limit) {
        return mongo
                .find(
                        query(where("due").exists(true).and("errand.attempts").gte(attempts))
                                .with(Sort.by(Direction.ASC, "due"))
                                .limit(limit),
                        Document.class,
                        NOTICES)
                .stream()
                .map(MongoNotices::notice)
                .toList();
    }

    @Override
    public long waitingForDesk(int attempts) {
        return mongo.count(
                query(where("due")
                        .exists(true)
                        .and("errand.member")
                        .exists(false)
                        .and("errand.attempts")
                        .gte(attempts)),
                NOTICES);
    }

    @Override
    public Optional<Notice> replace(Notice changed) {
        Document next = document(changed).append("version", changed.version() + 1);
        Criteria unchanged = where("_id").is(changed.key()).and("version").is(changed.version());
        if (mongo.replace(query(unchanged), next, NOTICES).getMatchedCount() == 0) {
            return Optional.empty();
        }
        ring(changed);
        return Optional.of(notice(next));
    }

    private void ring(Notice stored) {
        Notice.Errand errand = stored.errand();
        if (errand != null) {
            bell.ring(errand.availableAt());
        }
    }

    @Override
    public void delete(String key) {
        delete(where("_id").is(key));
    }

    @Override
    public Tally tally(String prefix) {
        long waiting = mongo.count(
                query(where("_id").regex(beginning(prefix)).and("errand").exists(true)), NOTICES);
        return new Tally(waiting, mongo.count(query(where("_id").regex(beginning(prefix))), NOTICES) - waiting);
    }

    @Override
    public long deleteWaiting(String prefix) {
        return delete(where("_id").regex(beginning(prefix)).and("errand").exists(true));
    }

    @Override
    public List<String> about(String subject) {
        Pattern named = Pattern.compile("(^|[-:])" + Pattern.quote(subject) + "(-|$)");
        return mongo.find(query(where("_id").regex(named)), Document.class, NOTICES).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }

    private static Pattern beginning(String prefix) {
        return Pattern.compile('^' + Pattern.quote(prefix));
    }

    @Override
    public long deleteToldBefore(Instant before) {
        return delete(where("due").exists(false).and("changed").lt(before));
    }

    @Override
    public long deleteUntoldToPeopleBefore(Instant before) {
        return delete(where("errand.member").exists(true).and("changed").lt(before));
    }

    private long delete(Criteria which) {
        return mongo.remove(query(which), NOTICES).getDeletedCount();
    }

    private static Document document(Notice notice) {
        Document document = new Document("_id", notice.key())
                .append("version", notice.version())
                .append("revision", notice.revision())
                .append("changed", Date.from(notice.changed()));
        DeskPost post = notice.post();
        if (post != null) {
            document.append(
                    "post", new Document("conversation", post.conversation()).append("activity", post.activity()));
        }
        Notice.Errand errand = notice.errand();
        if (errand != null) {
            document.append("due", Date.from(errand.availableAt())).append("errand", document(errand));
        }
        return document;
    }

    /** The message as a JSON text: a card's {@code $schema} is no name for a field. */
    private static Document document(Notice.Errand errand) {
        Document document = new Document("message", JSON.writeValueAsString(errand.message()))
                .append("due", Date.from(errand.due()))
                .append("attempts", errand.attempts());
        switch (errand.to()) {
            case Notice.To.TheDesk to -> document.append("desk", to.desk());
            case Notice.To.Somebody person ->
                document.append("member", person.member())
                        .append("conversation", person.conversation())
                        .append("thread", person.thread());
            case Notice.To.OneOfMany person ->
                document.append("member", person.member()).append("many", true);
            case Notice.To.InPerson person -> {
                document.append("member", person.person())
                        .append("subject", person.subject())
                        .append("letter", person.letter());
                String email = person.email();
                if (email != null) {
                    document.append("email", email);
                }
            }
        }
        String holder = errand.holder();
        Instant leaseEnds = errand.leaseEnds();
        if (holder != null && leaseEnds != null) {
            document.append("holder", holder).append("leaseEnds", Date.from(leaseEnds));
        }
        return document;
    }

    private static Notice notice(Document document) {
        return new Notice(
                document.getString("_id"),
                document.getLong("revision"),
                document.getLong("version"),
                errand(document.get("errand", Document.class)),
                post(document.get("post", Document.class)),
                document.getDate("changed").toInstant());
    }

    private static @Nullable DeskPost post(@Nullable Document document) {
        return document == null
                ? null
                : new DeskPost(document.getString("conversation"), document.getString("activity"));
    }

    private static Notice.@Nullable Errand errand(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        Date leaseEnds = document.getDate("leaseEnds");
        return new Notice.Errand(
                to(document),
                JSON.readValue(document.getString("message"), Message.class),
                document.getDate("due").toInstant(),
                document.getInteger("attempts"),
                document.getString("holder"),
                leaseEnds == null ? null : leaseEnds.toInstant());
    }

    private static Notice.To to(Document errand) {
        String member = errand.getString("member");
        if (member == null) {
            return new Notice.To.TheDesk(errand.get("desk", Desk.MAIN));
        }
        if (errand.getBoolean("many", false)) {
            return new Notice.To.OneOfMany(member);
        }
        String letter = errand.getString("letter");
        return letter == null
                ? new Notice.To.Somebody(member, errand.getString("conversation"), errand.getString("thread"))
                : new Notice.To.InPerson(member, errand.getString("email"), errand.getString("subject"), letter);
    }
}
