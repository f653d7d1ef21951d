package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.beadle.privacy.Cipher;
import io.beadle.privacy.KeyFileException;
import io.beadle.privacy.TestCiphers;
import io.beadle.privacy.UndecipherableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What a store keeps, looked at with the keys, without them, and with others. */
class SealedStoreTests {
    private static final String ADA = "29:ada";

    private static TestStore store;

    private final Cipher cipher = TestCiphers.newCipher();
    private MongoTemplate sealed;
    private MongoDatabase plain;

    @BeforeAll
    static void start(@TempDir Path folder) {
        store = TestStore.in(folder);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void open() {
        String name = store.newDatabase().getDb().getName();
        sealed = store.database(name, cipher);
        plain = store.plain(name);
    }

    private static Document incident() {
        Document report = new Document("type", "lost-phone")
                .append("reported", Date.from(Instant.ofEpochSecond(1)))
                .append("reporter", new Document("id", ADA).append("name", "Ada Byron"))
                .append("answers", List.of(new Document("value", "on the 38 bus")));
        Document message = new Document("kind", "PERSON").append("attempts", 2).append("key", "to 29:ada");
        return new Document("_id", "INC-2026-0001")
                .append("version", 3L)
                .append("report", report)
                .append("outbox", List.of(message))
                .append("seek", new Document("told", List.of(ADA, "29:cy")).append("open", true));
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        sealed.insert(incident(), "incidents");
        assertThat(sealed.findById("INC-2026-0001", Document.class, "incidents"))
                .isEqualTo(incident());
    }

    @Test
    void theDatabaseShowsTheIdAndWhatIsLookedForAlone() {
        sealed.insert(incident(), "incidents");
        Document shown = shown("incidents");

        assertThat(shown.toJson()).doesNotContain("Ada", ADA, "29:cy", "38 bus");
        assertThat(shown)
                .containsKeys(SealedDocuments.SEALED, SealedDocuments.SEALED_WITH)
                .containsEntry("version", 3L);
        assertThat(shown.get("report", Document.class)).containsOnlyKeys("type", "reported", "reporter");
        assertThat(shown.get("outbox")).isEqualTo(List.of(new Document("kind", "PERSON").append("attempts", 2)));
        assertThat(shown.get("seek", Document.class).getList("told", String.class))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aCollectionThatNobodyThoughtOfShowsNothing() {
        sealed.insert(new Document("_id", "a").append("name", "Ada Byron"), "brandNew");
        assertThat(shown("brandNew")).containsOnlyKeys("_id", SealedDocuments.SEALED, SealedDocuments.SEALED_WITH);
        assertThatThrownBy(() -> sealed.find(query(where("name").is("Ada Byron")), Document.class, "brandNew"))
                .hasMessageContaining("looked for by name, which is encrypted");
    }

    @Test
    void peopleAreFoundByWhatIsKeyed() {
        sealed.insert(incident(), "incidents");
        assertThat(count(where("report.reporter.id").is(ADA))).isOne();
        assertThat(count(where("report.reporter.id").is("29:bob"))).isZero();
        assertThat(count(where("report.reporter.id").in("29:bob", ADA))).isOne();
        assertThat(count(where("seek.told").is("29:cy"))).isOne();
        assertThat(count(where("seek.told").ne("29:cy"))).isZero();
        assertThat(count(new Criteria()
                        .orOperator(
                                where("seek.owner").is(ADA), where("seek.told").is(ADA))))
                .isOne();
        assertThat(count(where("outbox")
                        .elemMatch(where("kind").is("PERSON").and("attempts").gte(2))))
                .isOne();
        assertThat(count(where("report.type")
                        .is("lost-phone")
                        .and("report.reported")
                        .gte(Instant.EPOCH)))
                .isOne();
    }

    private long count(Criteria criteria) {
        return sealed.count(query(criteria), "incidents");
    }

    @Test
    void anIdThatIsAPersonIsKeptAsAHash() {
        sealed.save(new Document("_id", ADA).append("draft", "d1"), "drafts");
        sealed.save(new Document("_id", ADA).append("draft", "d2"), "drafts");

        assertThat(shown("drafts").getString("_id")).isNotEqualTo(ADA);
        assertThat(sealed.findById(ADA, Document.class, "drafts"))
                .containsEntry("draft", "d2")
                .containsEntry("_id", ADA);
        assertThat(sealed.remove(query(where("_id").is(ADA)), "drafts").getDeletedCount())
                .isOne();
    }

    @Test
    void theSamePersonHasAnotherHashInEveryField() {
        sealed.save(new Document("_id", ADA).append("draft", "d"), "drafts");
        sealed.save(new Document("_id", ADA).append("at", Date.from(Instant.EPOCH)), "factsAsked");
        assertThat(shown("drafts").get("_id")).isNotEqualTo(shown("factsAsked").get("_id"));
    }

    @Test
    void whatIsShownCanBeChangedAloneAndNothingElse() {
        sealed.insert(new Document("_id", "f").append("told", false).append("name", "photo.jpg"), "evidence");
        sealed.updateFirst(query(where("_id").is("f")), Update.update("told", true), "evidence");
        assertThat(sealed.findById("f", Document.class, "evidence"))
                .containsEntry("told", true)
                .containsEntry("name", "photo.jpg");

        assertThatThrownBy(() -> sealed.updateFirst(new Query(), Update.update("name", "x"), "evidence"))
                .hasMessageContaining("changed alone, by $set of name");
        assertThatThrownBy(() -> sealed.updateFirst(new Query(), Update.update("report.type", "x"), "incidents"))
                .as("it is in what is encrypted too")
                .hasMessageContaining("report.type");
    }

    @Test
    void whatIsEncryptedIsRefusedInEveryQuestionInsteadOfFoundNowhere() {
        MongoCollection<Document> files = sealed.getCollection("waiting-files");
        assertThat(files.find(Filters.regex("report", "^d")).first()).isNull();
        assertThatThrownBy(() -> files.find().sort(Sorts.ascending("name")).first())
                .hasMessageContaining("put in order by name");
        assertThatThrownBy(() -> files.distinct("name", String.class).first()).hasMessageContaining("name");
        assertThatThrownBy(() -> files.find(Filters.regex("sender.id", "^29")).first())
                .hasMessageContaining("sender.id");
        assertThatThrownBy(() -> files.find(Filters.eq("sender", new Document("id", ADA)))
                        .first())
                .hasMessageContaining("sender");
    }

    @Test
    void whatWouldPassByUnencryptedIsRefused() {
        MongoCollection<Document> incidents = sealed.getCollection("incidents");
        assertThatThrownBy(() -> incidents.aggregate(List.of(Aggregates.count())))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("aggregate");
        assertThatThrownBy(() -> incidents.bulkWrite(List.of())).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsEncryptedOpensNowhereElse() {
        sealed.insert(new Document("_id", "a").append("text", "of a"), "curatedAnswers");
        sealed.insert(new Document("_id", "b").append("text", "of b"), "curatedAnswers");
        MongoCollection<Document> answers = plain.getCollection("curatedAnswers");
        Document ofB = new Document(answers.find(Filters.eq("b")).first()).append("_id", "a");
        answers.replaceOne(Filters.eq("a"), ofB);

        assertThatThrownBy(() -> sealed.findById("a", Document.class, "curatedAnswers"))
                .isInstanceOf(UndecipherableException.class)
                .hasMessageContaining("curatedAnswers")
                .hasMessageNotContaining("of b");
    }

    @Test
    void otherKeysOpenNothingAndAreRefusedAtTheStart() {
        new KeyCheck(plain, cipher).check();
        new KeyCheck(plain, cipher).check();
        assertThatThrownBy(() -> new KeyCheck(plain, TestCiphers.newCipher()).check())
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("beadle.privacy.key-file");
    }

    @Test
    void everythingIsEncryptedAnewAfterAKeyIsChangedAndTheOldOneCanBeDropped() {
        TestCiphers.Rotation keys = TestCiphers.rotation();
        String name = plain.getName();
        MongoTemplate before = store.database(name, keys.before());
        new KeyCheck(plain, keys.before()).check();
        before.insert(incident(), "incidents");
        before.insert(new Document("_id", ADA).append("draft", "d").append("name", "Ada"), "drafts");
        for (int n = 0; n < 250; n++) {
            before.insert(new Document("_id", "q" + n).append("text", "question " + n), "askedQuestions");
        }
        MongoTemplate during = store.database(name, keys.during());
        during.insert(new Document("_id", "new").append("text", "asked meanwhile"), "askedQuestions");
        assertThat(during.findById("q7", Document.class, "askedQuestions")).containsEntry("text", "question 7");

        Resealing resealing = new Resealing(plain, keys.during());
        assertThat(resealing.sweep(Instant.EPOCH)).isEqualTo(253);
        assertThat(resealing.sweep(Instant.EPOCH)).as("once a start").isZero();

        new KeyCheck(plain, keys.after()).check();
        MongoTemplate after = store.database(name, keys.after());
        assertThat(after.findById("INC-2026-0001", Document.class, "incidents")).isEqualTo(incident());
        assertThat(after.count(query(where("report.reporter.id").is(ADA)), "incidents"))
                .isOne();
        assertThat(after.findById(ADA, Document.class, "drafts")).containsEntry("name", "Ada");
        assertThat(after.findAll(Document.class, "askedQuestions")).hasSize(251);
        assertThatThrownBy(() -> new KeyCheck(plain, keys.before()).check()).isInstanceOf(KeyFileException.class);
    }

    @Test
    void aKeyThatIsDroppedBeforeEverythingIsEncryptedAnewIsMissedAtTheStart() {
        TestCiphers.Rotation keys = TestCiphers.rotation();
        new KeyCheck(plain, keys.before()).check();
        assertThatThrownBy(() -> new KeyCheck(plain, keys.after()).check())
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("dropped too early");
    }

    @Test
    void whatWasStoredBeforeThereWasEncryptionIsReadAndEncrypted() {
        plain.getCollection("incidents").insertOne(incident());
        plain.getCollection("drafts")
                .insertOne(new Document("_id", ADA).append("draft", "d").append("name", "Ada"));
        plain.getCollection("codeGuesses").insertOne(new Document("_id", "K7").append("tried", 1));
        assertThat(sealed.findById("INC-2026-0001", Document.class, "incidents"))
                .isEqualTo(incident());

        assertThat(new Resealing(plain, cipher).sweep(Instant.EPOCH)).isEqualTo(2);
        assertThat(shown("incidents").toJson()).doesNotContain("Ada");
        assertThat(sealed.findById(ADA, Document.class, "drafts")).containsEntry("name", "Ada");
        assertThat(plain.getCollection("drafts").countDocuments()).isOne();
    }

    private Document shown(String collection) {
        return Objects.requireNonNull(plain.getCollection(collection).find().first());
    }
}
