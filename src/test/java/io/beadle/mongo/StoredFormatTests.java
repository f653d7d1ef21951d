package io.beadle.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFormatTests {
    private static final int DOCUMENTS = 300;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        TestStore.quietly();
        file = folder.resolve("store.mv");
    }

    @Test
    void aStoreOfAnEarlierVersionIsReadAndItsKeysStayUnique() {
        storedBySerialization();
        for (int start = 0; start < 2; start++) {
            reopened(documents -> {
                assertThat(documents.countDocuments()).isEqualTo(DOCUMENTS);
                for (int i = 0; i < DOCUMENTS; i++) {
                    assertThat(documents.find(eq(i)).first()).isEqualTo(document(i));
                    assertThat(documents.find(eq("draft", "draft-" + i)).first())
                            .isEqualTo(document(i));
                }
                assertThatThrownBy(() -> documents.insertOne(document(7))).isInstanceOf(MongoWriteException.class);
                assertThatThrownBy(() -> documents.insertOne(document(7).append("_id", "another")))
                        .isInstanceOf(MongoWriteException.class);
            });
        }
    }

    @Test
    void whatIsChangedInAStoreOfAnEarlierVersionStandsBesideWhatIsNot() {
        storedBySerialization();
        reopened(documents -> {
            documents.updateOne(eq(3), new Document("$set", new Document("text", "changed")));
            documents.deleteOne(eq(4));
            documents.insertOne(document(DOCUMENTS));
        });
        reopened(documents -> {
            assertThat(documents.find(eq(3)).first()).containsEntry("text", "changed");
            assertThat(documents.find(eq(4)).first()).isNull();
            assertThat(documents.find(eq(5)).first()).isEqualTo(document(5));
            assertThat(documents.countDocuments()).isEqualTo(DOCUMENTS);
        });
    }

    @Test
    void everyKindOfValueComesBackAsItWas() {
        Document every = new Document("_id", new ObjectId())
                .append("text", "Zürich 🐕")
                .append("empty", "")
                .append("none", null)
                .append("int", 1)
                .append("long", 1L << 40)
                .append("double", -0.5)
                .append("yes", true)
                .append("when", Date.from(Instant.parse("2026-11-28T12:00:00.123Z")))
                .append("bytes", new Binary(new byte[] {0, -1, 127}))
                .append("list", Arrays.asList(1, null, new Document("in", List.of())))
                .append("sub", new Document("a", new Document("b", new Document())));
        reopened(documents -> documents.insertOne(every));
        reopened(documents ->
                assertThat(documents.find(eq(every.get("_id"))).first()).isEqualTo(every));
    }

    @Test
    void aKeyIsItselfAgainAndComesAfterWhatIsLess() {
        UniqueKeyType type = new UniqueKeyType();
        List<KeyValue> ordered = List.of(
                new KeyValue(Arrays.asList((Object) null)),
                new KeyValue(-1.0),
                new KeyValue(2.0),
                new KeyValue(2.0, "a"),
                new KeyValue(2.0, "b"),
                new KeyValue(10.0),
                new KeyValue("B"),
                new KeyValue("a"),
                new KeyValue("aa"),
                new KeyValue(Instant.EPOCH));
        for (int i = 0; i < ordered.size(); i++) {
            WriteBuffer written = new WriteBuffer();
            type.write(written, ordered.get(i));
            ByteBuffer bytes = written.getBuffer().flip();
            assertThat(type.read(bytes)).isEqualTo(ordered.get(i));
            assertThat(bytes.hasRemaining()).isFalse();
            for (int other = 0; other < ordered.size(); other++) {
                assertThat(Integer.signum(type.compare(ordered.get(i), ordered.get(other))))
                        .as("%s and %s", ordered.get(i), ordered.get(other))
                        .isEqualTo(Integer.compare(i, other));
            }
        }
    }

    @Test
    void theOrderOfKeysHoldsInAStoreOfManyPages() {
        reopened(documents -> {
            documents.createIndex(Indexes.ascending("draft"), new IndexOptions().unique(true));
            documents.insertMany(IntStream.range(0, 5_000)
                    .map(i -> i * 7_919 % 5_000)
                    .mapToObj(StoredFormatTests::document)
                    .toList());
        });
        reopened(documents -> {
            assertThat(documents.deleteMany(Filters.lt("number", 2_500)).getDeletedCount())
                    .isEqualTo(2_500);
            for (int i = 0; i < 5_000; i++) {
                assertThat(documents.countDocuments(eq("draft", "draft-" + i))).isEqualTo(i < 2_500 ? 0 : 1);
            }
        });
    }

    private interface Use {
        void of(MongoCollection<Document> documents);
    }

    private void reopened(Use use) {
        try (EmbeddedMongo server = EmbeddedMongo.start(file, 0);
                MongoClient client = MongoClients.create(server.connectionString(""))) {
            use.of(client.getDatabase("beadle").getCollection("incidents"));
        }
    }

    /** As the library by itself stores, which is how Beadle did before. */
    private void storedBySerialization() {
        MVStore store = new MVStore.Builder().fileName(file.toString()).open();
        MongoServer server = new MongoServer(new H2Backend(store));
        InetSocketAddress address = server.bind();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + address.getPort())) {
            MongoCollection<Document> documents = client.getDatabase("beadle").getCollection("incidents");
            documents.createIndex(Indexes.ascending("draft"), new IndexOptions().unique(true));
            documents.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(StoredFormatTests::document)
                    .toList());
        } finally {
            server.shutdownNow();
        }
        assertThat(Files.exists(file)).isTrue();
    }

    private static Document document(int number) {
        return new Document("_id", number)
                .append("number", number)
                .append("draft", "draft-" + number)
                .append("text", "x".repeat(number % 100))
                .append("of", new Document("list", List.of(number, "two")));
    }
}
