package io.beadle.privacy.mongo;

import io.beadle.privacy.AuditLog;
import io.beadle.privacy.Deletions;
import io.beadle.privacy.Stocks;
import io.beadle.privacy.StoredWords;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The instance's chain, for tests of other packages. */
public final class StoredAudit {
    private StoredAudit() {}

    public static StoredWords words(MongoTemplate mongo) {
        return new MongoStoredWords(mongo);
    }

    public static Deletions deletions(MongoTemplate mongo) {
        return new MongoDeletions(mongo);
    }

    public static Stocks stocks(MongoTemplate mongo) {
        return new MongoStocks(mongo);
    }

    public static AuditLog in(MongoTemplate mongo) {
        return new MongoAuditLog(mongo);
    }
}
