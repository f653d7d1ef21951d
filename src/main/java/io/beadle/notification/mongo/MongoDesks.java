package io.beadle.notification.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Appends each choice of a desk; the latest of its name counts, and the others know since when they do not. A choice without a name is of the main desk. */
@Component
final class MongoDesks implements Desks {
    private static final Bson LATEST_FIRST = Sorts.descending("setAt", "_id");

    private final MongoTemplate mongo;

    MongoDesks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Desk> find(String id) {
        return Optional.ofNullable(choices().find(named(id)).sort(LATEST_FIRST).first())
                .map(MongoDesks::desk);
    }

    @Override
    public List<Desk> all() {
        Map<String, Desk> latest = new LinkedHashMap<>();
        choices().find().sort(LATEST_FIRST).map(MongoDesks::desk).forEach(desk -> latest.putIfAbsent(desk.id(), desk));
        return List.copyOf(latest.values());
    }

    @Override
    public void set(Desk desk) {
        choices()
                .insertOne(new Document("desk", desk.id())
                        .append("conversation", desk.conversation())
                        .append("team", desk.team())
                        .append(
                                "setBy",
                                new Document("id", desk.setBy().id())
                                        .append("name", desk.setBy().name()))
                        .append("setAt", Date.from(desk.setAt())));
        choices()
                .updateMany(
                        and(named(desk.id()), lt("setAt", Date.from(desk.setAt())), exists("replacedAt", false)),
                        Updates.set("replacedAt", Date.from(desk.setAt())));
    }

    @Override
    public long deleteReplacedBefore(Instant before) {
        return choices().deleteMany(lt("replacedAt", Date.from(before))).getDeletedCount();
    }

    @Override
    public boolean lose(Desk desk, Instant at) {
        return find(desk.id()).filter(desk::equals).isPresent()
                && choices()
                                .updateOne(
                                        and(choice(desk), exists("lostAt", false)),
                                        Updates.set("lostAt", Date.from(at)))
                                .getModifiedCount()
                        == 1;
    }

    @Override
    public void regain(Desk desk) {
        choices().updateMany(choice(desk), Updates.unset("lostAt"));
    }

    private static Bson named(String id) {
        return id.equals(Desk.MAIN) ? or(eq("desk", id), exists("desk", false)) : eq("desk", id);
    }

    private static Bson choice(Desk desk) {
        return and(named(desk.id()), eq("conversation", desk.conversation()), eq("setAt", Date.from(desk.setAt())));
    }

    private static Desk desk(Document stored) {
        Document by = stored.get("setBy", Document.class);
        String id = stored.getString("desk");
        Date lost = stored.getDate("lostAt");
        return new Desk(
                id == null ? Desk.MAIN : id,
                stored.getString("conversation"),
                stored.getString("team"),
                new Person(by.getString("id"), by.getString("name")),
                stored.getDate("setAt").toInstant(),
                lost == null ? null : lost.toInstant());
    }

    private MongoCollection<Document> choices() {
        return mongo.getCollection("desks");
    }
}
