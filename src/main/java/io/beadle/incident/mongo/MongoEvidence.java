package io.beadle.incident.mongo;

import static io.beadle.incident.mongo.Fields.date;
import static io.beadle.incident.mongo.Fields.instant;
import static io.beadle.incident.mongo.Fields.person;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import io.beadle.incident.Custody;
import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.EvidenceType;
import io.beadle.incident.Incidents;
import io.beadle.incident.QuarantinedException;
import io.beadle.privacy.ContentCipher;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One document a file, its content in GridFS under a name that says nothing of it, encrypted by a key that is in the document. */
@Repository
class MongoEvidence implements EvidenceFiles {
    private static final String EVIDENCE = "evidence";

    private final MongoOperations mongo;
    private final Incidents incidents;
    private final ContentCipher cipher;
    private final GridFSBucket contents;

    MongoEvidence(MongoOperations mongo, Incidents incidents, ContentCipher cipher) {
        this.mongo = mongo;
        this.incidents = incidents;
        this.cipher = cipher;
        this.contents =
                Objects.requireNonNull(mongo.execute(database -> GridFSBuckets.create(database, "evidence-content")));
        mongo.indexOps(EVIDENCE).createIndex(new Index("report", Direction.ASC));
    }

    @Override
    public boolean keep(String key, Evidence evidence, byte[] content) {
        byte[] contentKey = cipher.newKey();
        store(key, content, contentKey);
        try {
            mongo.insert(document(evidence, key).append("contentKey", new Binary(contentKey)), EVIDENCE);
            return true;
        } catch (DuplicateKeyException kept) {
            Optional<Binary> byThisAttempt = stored(evidence.id())
                    .filter(there -> key.equals(there.getString("content")))
                    .map(there -> there.get("contentKey", Binary.class));
            // whoever kept it before by this attempt has another key in the document, which counts
            byThisAttempt.ifPresentOrElse(theirs -> store(key, content, theirs.getData()), () -> deleteContent(key));
            return byThisAttempt.isPresent();
        }
    }

    private void store(String key, byte[] content, byte[] contentKey) {
        deleteContent(key);
        contents.uploadFromStream(
                new BsonString(key),
                key,
                new ByteArrayInputStream(cipher.encrypt(content, contentKey)),
                new GridFSUploadOptions());
    }

    @Override
    public List<Evidence> of(String report) {
        return mongo
                .find(query(where("report").is(report)).with(Sort.by(Direction.ASC, "sent")), Document.class, EVIDENCE)
                .stream()
                .map(MongoEvidence::evidence)
                .toList();
    }

    @Override
    public Optional<Evidence> find(String id) {
        return stored(id).map(MongoEvidence::evidence);
    }

    @Override
    public Optional<InputStream> open(String id) {
        return stored(id).map(document -> {
            boolean open = incidents
                    .madeFrom(document.getString("report"))
                    .filter(incident -> new Custody(incident).mayOpen(evidence(document)))
                    .isPresent();
            if (!open) {
                throw new QuarantinedException(id);
            }
            InputStream stored = contents.openDownloadStream(new BsonString(document.getString("content")));
            // without a key it is from before contents were encrypted
            Binary key = document.get("contentKey", Binary.class);
            return key == null ? stored : cipher.decrypt(stored, key.getData());
        });
    }

    @Override
    public List<String> untold() {
        return mongo.findDistinct(query(where("told").is(false)), "report", EVIDENCE, String.class);
    }

    @Override
    public void told(List<Evidence> known) {
        mongo.updateMulti(
                query(where("_id").in(known.stream().map(Evidence::id).toList())),
                new Update().set("told", true),
                EVIDENCE);
    }

    @Override
    public List<String> reports() {
        return mongo.findDistinct(new Query(), "report", EVIDENCE, String.class);
    }

    @Override
    public long deleteOf(String report) {
        List<Document> all = mongo.find(query(where("report").is(report)), Document.class, EVIDENCE);
        all.forEach(document -> {
            deleteContent(document.getString("content"));
            mongo.remove(query(where("_id").is(document.getString("_id"))), EVIDENCE);
        });
        return all.size();
    }

    /** What there is of it: a file that was never written to its end has pieces and no name. */
    private void deleteContent(String key) {
        try {
            contents.delete(new BsonString(key));
        } catch (MongoGridFSException none) {
            // the pieces are gone all the same
        }
    }

    private Optional<Document> stored(String id) {
        return Optional.ofNullable(mongo.findOne(query(where("_id").is(id)), Document.class, EVIDENCE));
    }

    private static Document document(Evidence evidence, String content) {
        return new Document("_id", evidence.id())
                .append("report", evidence.report())
                .append("sender", Fields.document(evidence.sender()))
                .append("name", evidence.name())
                .append("declared", evidence.declared())
                .append("type", evidence.type().name())
                .append("bytes", evidence.bytes())
                .append("sha256", evidence.sha256())
                .append("sent", date(evidence.sent()))
                .append("content", content)
                .append("told", false);
    }

    private static Evidence evidence(Document document) {
        return new Evidence(
                document.getString("_id"),
                document.getString("report"),
                person(document, "sender"),
                document.getString("name"),
                document.getString("declared"),
                EvidenceType.valueOf(document.getString("type")),
                document.getLong("bytes"),
                document.getString("sha256"),
                instant(document, "sent"));
    }
}
