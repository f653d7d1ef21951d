package io.beadle.teams.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.ConversationReferences;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Conversation references in the collection {@code conversations}, one document each, with no time in it. */
@Component
class MongoConversationReferences implements ConversationReferences {
    private final MongoCollection<Document> conversations;

    MongoConversationReferences(MongoOperations mongo) {
        conversations = mongo.getCollection("conversations");
        conversations.createIndex(Indexes.ascending("person"));
    }

    @Override
    public void save(Address address, @Nullable String objectId) {
        Document known = new Document("scope", address.scope().name())
                .append("serviceUrl", address.serviceUrl())
                .append("bot", address.bot())
                .append("tenant", address.tenant())
                .append("person", address.person());
        if (objectId != null) {
            known.append("objectId", objectId);
        }
        conversations.updateOne(
                eq(address.conversation()), new Document("$set", known), new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<Address> find(String conversation) {
        return first(eq(conversation));
    }

    @Override
    public Optional<Address> personal(String person) {
        return first(or(eq("person", person), eq("objectId", person)));
    }

    @Override
    public void delete(String conversation) {
        conversations.deleteOne(eq(conversation));
    }

    private Optional<Address> first(Bson filter) {
        return Optional.ofNullable(conversations.find(filter).first()).map(MongoConversationReferences::address);
    }

    private static Address address(Document document) {
        return new Address(
                document.getString("_id"),
                Scope.valueOf(document.getString("scope")),
                document.getString("serviceUrl"),
                document.getString("bot"),
                document.getString("tenant"),
                document.getString("person"));
    }
}
