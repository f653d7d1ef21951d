package io.beadle.notification.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.beadle.incident.DeskPost;
import io.beadle.notification.CardInPerson;
import io.beadle.notification.CardsInPerson;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** One document a card, by its incident and line. */
@Repository
class MongoCardsInPerson implements CardsInPerson {
    private final MongoCollection<Document> cards;

    MongoCardsInPerson(MongoOperations mongo) {
        cards = mongo.getCollection("personCards");
        cards.createIndex(Indexes.ascending("incident"));
    }

    @Override
    public void save(CardInPerson card) {
        Document document = new Document("_id", id(card))
                .append("incident", card.incident())
                .append("line", card.line())
                .append("conversation", card.post().conversation())
                .append("activity", card.post().activity())
                .append("shows", card.shows().name());
        cards.replaceOne(eq(id(card)), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public List<CardInPerson> of(String incident) {
        return cards.find(eq("incident", incident))
                .map(MongoCardsInPerson::card)
                .into(new ArrayList<>());
    }

    @Override
    public void delete(CardInPerson card) {
        cards.deleteOne(eq(id(card)));
    }

    private static String id(CardInPerson card) {
        return card.incident() + '/' + card.line();
    }

    private static CardInPerson card(Document document) {
        return new CardInPerson(
                document.getString("incident"),
                document.getString("line"),
                new DeskPost(document.getString("conversation"), document.getString("activity")),
                CardInPerson.Shows.valueOf(document.getString("shows")));
    }
}
