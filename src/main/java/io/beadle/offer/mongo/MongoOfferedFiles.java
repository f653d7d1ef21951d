package io.beadle.offer.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import io.beadle.offer.OfferedFile;
import io.beadle.offer.OfferedFiles;
import io.beadle.people.Person;
import io.beadle.privacy.ContentCipher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One document a file, its content in GridFS under its id, encrypted by a key that is in the document. */
@Repository
class MongoOfferedFiles implements OfferedFiles {
    private static final String OFFERED = "offered-files";

    private final MongoOperations mongo;
    private final ContentCipher cipher;
    private final GridFSBucket contents;

    MongoOfferedFiles(MongoOperations mongo, ContentCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
        this.contents =
                Objects.requireNonNull(mongo.execute(database -> GridFSBuckets.create(database, "offered-content")));
        mongo.indexOps(OFFERED).createIndex(new Index("made", Direction.ASC));
    }

    /** The document first: a content without one would never be found again. */
    @Override
    public void add(OfferedFile file, byte[] content) {
        byte[] key = cipher.newKey();
        mongo.insert(document(file).append("contentKey", new Binary(key)), OFFERED);
        contents.uploadFromStream(
                new BsonString(file.id()),
                file.id(),
                new ByteArrayInputStream(cipher.encrypt(content, key)),
                new GridFSUploadOptions());
    }

    @Override
    public Optional<OfferedFile> find(String id) {
        return list(query(where("_id").is(id))).stream().findFirst();
    }

    @Override
    public Optional<byte[]> content(String id) {
        Document file = mongo.findOne(query(where("_id").is(id)), Document.class, OFFERED);
        if (file == null || !(file.get("contentKey") instanceof Binary key)) {
            return Optional.empty();
        }
        try (InputStream content = cipher.decrypt(contents.openDownloadStream(new BsonString(id)), key.getData())) {
            return Optional.of(content.readAllBytes());
        } catch (MongoGridFSException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean take(String id, Instant at) {
        return mongo.updateFirst(
                                query(where("_id").is(id).and("taken").exists(false)),
                                new Update().set("taken", Date.from(at)),
                                OFFERED)
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void delete(String id) {
        try {
            contents.delete(new BsonString(id));
        } catch (MongoGridFSException none) {
            // the pieces are gone all the same
        }
        mongo.remove(query(where("_id").is(id)), OFFERED);
    }

    @Override
    public List<OfferedFile> madeBefore(Instant time) {
        return list(query(where("made").lt(Date.from(time))));
    }

    private List<OfferedFile> list(Query query) {
        return mongo.find(query, Document.class, OFFERED).stream()
                .map(MongoOfferedFiles::file)
                .toList();
    }

    private static Document document(OfferedFile file) {
        return new Document("_id", file.id())
                .append("about", file.about().name())
                .append("incident", file.incident())
                .append("person", file.to().id())
                .append("personName", file.to().name())
                .append("member", file.member())
                .append("chat", file.chat())
                .append("name", file.name())
                .append("type", file.type())
                .append("bytes", file.bytes())
                .append("made", Date.from(file.made()));
    }

    private static OfferedFile file(Document document) {
        @Nullable Date taken = document.getDate("taken");
        return new OfferedFile(
                document.getString("_id"),
                OfferedFile.About.valueOf(document.getString("about")),
                document.getString("incident"),
                new Person(document.getString("person"), document.getString("personName")),
                document.getString("member"),
                document.getString("chat"),
                document.getString("name"),
                document.getString("type"),
                document.getLong("bytes"),
                document.getDate("made").toInstant(),
                taken == null ? null : taken.toInstant());
    }
}
