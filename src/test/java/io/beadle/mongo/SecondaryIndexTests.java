package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, and whatever was done before, a collection with indexes answers as one without. */
class SecondaryIndexTests {
    private static final int DOCUMENTS = 300;
    private static final List<String> FLAGS = List.of("account", "paper", "restricted");

    private final Random random = new Random(7);

    @TempDir
    private Path folder;

    @Test
    void findsWhatALookAtEveryDocumentFinds() {
        try (TestStore store = TestStore.in(folder)) {
            MongoCollection<Document> plain = store.plain("test").getCollection("plain");
            MongoCollection<Document> indexed = store.plain("test").getCollection("indexed");
            createIndexes(indexed);
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = document(i);
                plain.insertOne(document);
                indexed.insertOne(document);
            }
            compare(plain, indexed);
            for (int i = 0; i < DOCUMENTS; i++) {
                change(plain, indexed);
            }
            compare(plain, indexed);
        }
        try (TestStore store = TestStore.in(folder)) {
            MongoCollection<Document> plain = store.plain("test").getCollection("plain");
            MongoCollection<Document> indexed = store.plain("test").getCollection("indexed");
            compare(plain, indexed);
            change(plain, indexed);
            compare(plain, indexed);
        }
    }

    @Test
    void anIndexMadeOverWhatIsThereFindsItToo() {
        try (TestStore store = TestStore.in(folder)) {
            MongoCollection<Document> documents = store.plain("test").getCollection("documents");
            documents.insertMany(List.of(
                    document(1),
                    document(2),
                    new Document("_id", 3).append("draft", "three").append("due", new BsonDateTime(5))));
            assertThat(ids(documents, Filters.lte("due", new BsonDateTime(5)))).contains("3");
            createIndexes(documents);
            assertThat(ids(documents, Filters.lte("due", new BsonDateTime(5)))).contains("3");
            documents.insertOne(new Document("_id", 4).append("due", new BsonDateTime(4)));
            assertThat(ids(documents, Filters.lte("due", new BsonDateTime(5)))).contains("3", "4");
            documents.updateOne(Filters.eq("_id", 3), Updates.unset("due"));
            assertThat(ids(documents, Filters.lte("due", new BsonDateTime(5)))).doesNotContain("3");
        }
    }

    private static void createIndexes(MongoCollection<Document> documents) {
        documents.createIndex(Indexes.ascending("draft"), new IndexOptions().unique(true));
        documents.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("seek.owner"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("flags"));
        documents.createIndex(Indexes.ascending("outbox.attempts"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("number", "due"));
        documents.createIndex(Indexes.ascending("seek.found"));
    }

    private Document document(int id) {
        Document document = new Document("_id", id)
                .append("draft", "draft-" + id)
                .append("flags", FLAGS.subList(0, random.nextInt(FLAGS.size() + 1)))
                .append("number", random.nextBoolean() ? (Object) random.nextInt(9) : (Object) random.nextLong(9));
        switch (random.nextInt(6)) {
            case 0 -> document.append("due", new BsonDateTime(random.nextInt(9)));
            case 1 -> document.append("due", null);
            case 2 -> document.append("due", "never");
            default -> {}
        }
        if (random.nextInt(4) == 0) {
            document.append("seek", new Document("owner", "o" + random.nextInt(3)));
        }
        switch (random.nextInt(6)) {
            case 0 -> document.append("seek", new Document("found", true));
            case 1 -> document.append("seek", new Document("found", false));
            case 2 -> document.append("seek", new Document("found", null));
            case 3 -> document.append("seek", new Document("found", Arrays.asList(random.nextBoolean(), null)));
            default -> {}
        }
        return document.append(
                "outbox",
                random.ints(random.nextInt(3), 0, 9)
                        .mapToObj(attempts -> new Document("attempts", attempts))
                        .toList());
    }

    private void change(MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        int id = random.nextInt(DOCUMENTS);
        Bson which = Filters.eq("_id", id);
        switch (random.nextInt(4)) {
            case 0 -> {
                plain.deleteOne(which);
                indexed.deleteOne(which);
            }
            case 1 -> {
                Bson update = Updates.combine(Updates.unset("due"), Updates.set("number", random.nextInt(9)));
                plain.updateMany(which, update);
                indexed.updateMany(which, update);
            }
            default -> {
                Document document = document(id);
                plain.replaceOne(which, document);
                indexed.replaceOne(which, document);
            }
        }
    }

    private void compare(MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        for (Bson query : queries()) {
            assertThat(ids(indexed, query)).as(query.toString()).isEqualTo(ids(plain, query));
            assertThat(indexed.countDocuments(query)).isEqualTo(plain.countDocuments(query));
        }
    }

    @Test
    void whatComesFirstInAnOrderIsWhatComesFirstOfAllInIt() {
        try (TestStore store = TestStore.in(folder)) {
            MongoCollection<Document> plain = store.plain("test").getCollection("plain");
            MongoCollection<Document> indexed = store.plain("test").getCollection("indexed");
            createIndexes(indexed);
            List<Document> documents =
                    IntStream.range(0, DOCUMENTS).mapToObj(this::document).toList();
            plain.insertMany(documents);
            indexed.insertMany(documents);
            for (String field : List.of("number", "seek.owner")) {
                for (Bson order : List.of(Sorts.ascending(field, "_id"), Sorts.descending(field, "_id"))) {
                    for (Bson query : List.of(new Document(), Filters.ne("seek.found", true), Filters.eq("_id", 3))) {
                        int limit = 1 + random.nextInt(DOCUMENTS);
                        int skip = random.nextInt(9);
                        assertThat(indexed.find(query).sort(order).skip(skip).limit(limit))
                                .as("%s by %s", query, order)
                                .containsExactlyElementsOf(
                                        plain.find(query).sort(order).skip(skip).limit(limit));
                    }
                }
            }
        }
    }

    private List<Bson> queries() {
        List<Bson> queries = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            BsonDateTime date = new BsonDateTime(i);
            String owner = "o" + i % 4;
            queries.add(Filters.lte("due", date));
            queries.add(Filters.and(Filters.gt("due", date), Filters.lt("due", new BsonDateTime(7))));
            queries.add(Filters.eq("due", date));
            queries.add(Filters.and(Filters.eq("seek.owner", owner), Filters.gte("number", i)));
            queries.add(Filters.or(Filters.eq("seek.owner", owner), Filters.in("draft", "draft-" + i, "draft-77")));
            queries.add(Filters.or(Filters.eq("seek.owner", owner), Filters.eq("unknown", null)));
            queries.add(Filters.in("number", i, 8L));
            queries.add(Filters.ne("number", i));
            queries.add(Filters.and(Filters.eq("_id", i), Filters.eq("number", i)));
            queries.add(Filters.elemMatch("outbox", Filters.gte("attempts", i)));
            queries.add(Filters.gte("outbox.attempts", i));
            queries.add(Filters.and(Filters.gt("outbox.attempts", i), Filters.lt("outbox.attempts", 3)));
        }
        FLAGS.forEach(flag -> queries.add(Filters.eq("flags", flag)));
        queries.add(Filters.eq("flags", List.of("account")));
        queries.add(Filters.exists("due"));
        queries.add(Filters.exists("due", false));
        queries.add(Filters.eq("due", null));
        queries.add(Filters.exists("seek.owner"));
        queries.add(Filters.in("seek.found", true, null));
        queries.add(Filters.in("seek.found", false));
        queries.add(Filters.eq("seek.found", null));
        queries.add(Filters.ne("seek.found", false));
        queries.add(Filters.exists("seek.found", false));
        queries.add(Filters.exists("seek.found"));
        queries.add(Filters.eq("flags", null));
        return queries;
    }

    private static Set<String> ids(MongoCollection<Document> documents, Bson query) {
        Set<String> ids = new TreeSet<>();
        documents.find(query).forEach(document -> ids.add(String.valueOf(document.get("_id"))));
        return ids;
    }
}
