package io.beadle.privacy.mongo;

import io.beadle.privacy.AuditLog;
import io.beadle.privacy.StoredWords;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The instance's chain, for tests of other packages. */
public final class StoredAudit {
    private StoredAudit() {}

    public static StoredWords words(MongoTemplate mongo) {
        return new MongoStoredWords(mongo);
    }

    public static AuditLog in(MongoTemplate mongo) {
        return new MongoAuditLog(mongo);
    }
}
