package io.beadle.notification.mongo;

import io.beadle.notification.Notices;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored notices, for tests of other packages. */
public final class StoredNotices {
    private StoredNotices() {}

    public static Notices in(MongoTemplate mongo) {
        return new MongoNotices(mongo);
    }
}
