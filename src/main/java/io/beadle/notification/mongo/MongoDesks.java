package io.beadle.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Person;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Appends each choice of a desk; the latest counts. */
@Component
final class MongoDesks implements Desks {
    private final MongoTemplate mongo;

    MongoDesks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Desk> current() {
        return Optional.ofNullable(
                        choices().find().sort(Sorts.descending("setAt", "_id")).first())
                .map(MongoDesks::desk);
    }

    @Override
    public void set(Desk desk) {
        choices()
                .insertOne(new Document("conversation", desk.conversation())
                        .append(
                                "setBy",
                                new Document("id", desk.setBy().id())
                                        .append("name", desk.setBy().name()))
                        .append("setAt", Date.from(desk.setAt())));
    }

    private static Desk desk(Document stored) {
        Document by = stored.get("setBy", Document.class);
        return new Desk(
                stored.getString("conversation"),
                new Person(by.getString("id"), by.getString("name")),
                stored.getDate("setAt").toInstant());
    }

    private MongoCollection<Document> choices() {
        return mongo.getCollection("desks");
    }
}
