package io.beadle.teams.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.ConversationReferences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Conversation references in the collection {@code conversations}, one document each, with no time in it but the day somebody left. */
@Component
class MongoConversationReferences implements ConversationReferences {
    private static final String LEFT = "leftOn";

    private final MongoCollection<Document> conversations;

    MongoConversationReferences(MongoOperations mongo) {
        conversations = mongo.getCollection("conversations");
        conversations.createIndex(Indexes.ascending("person"));
        conversations.createIndex(Indexes.ascending("objectId"));
    }

    @Override
    public void save(Address address) {
        Document document = new Document("_id", address.conversation())
                .append("scope", address.scope().name())
                .append("serviceUrl", address.serviceUrl())
                .append("bot", address.bot())
                .append("tenant", address.tenant())
                .append("person", address.person())
                .append("objectId", address.objectId())
                .append("team", address.team());
        conversations.replaceOne(eq(address.conversation()), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<Address> find(String conversation) {
        return first(eq(conversation));
    }

    @Override
    public Optional<Address> personal(String person) {
        return first(eq("person", person));
    }

    @Override
    public Optional<Address> personalOf(String objectId) {
        return first(eq("objectId", objectId));
    }

    @Override
    public List<Address> personalAfter(String conversation, int limit) {
        return conversations
                .find(Filters.and(eq("scope", Scope.PERSONAL.name()), Filters.gt("_id", conversation)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoConversationReferences::address)
                .into(new ArrayList<>());
    }

    @Override
    public void delete(String conversation) {
        conversations.deleteOne(eq(conversation));
    }

    @Override
    public LocalDate left(String conversation, LocalDate day) {
        conversations.updateOne(
                Filters.and(eq(conversation), Filters.exists(LEFT, false)), Updates.set(LEFT, day.toString()));
        Document noted = conversations.find(eq(conversation)).first();
        String since = noted == null ? null : noted.getString(LEFT);
        return since == null ? day : LocalDate.parse(since);
    }

    @Override
    public void stayed(String conversation) {
        conversations.updateOne(Filters.and(eq(conversation), Filters.exists(LEFT)), Updates.unset(LEFT));
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
                document.getString("person"),
                document.getString("objectId"),
                document.getString("team"));
    }
}
