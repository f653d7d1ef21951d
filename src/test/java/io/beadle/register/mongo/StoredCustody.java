package io.beadle.register.mongo;

import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.register.CustodyLog;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored custody log, for tests of other packages. */
public final class StoredCustody {
    private StoredCustody() {}

    public static CustodyLog in(MongoTemplate mongo) {
        return new MongoCustodyLog(mongo, StoredAudit.in(mongo));
    }
}
