package io.beadle.notification.mongo;

import io.beadle.incident.OutboxBell;
import io.beadle.notification.Notices;
import io.beadle.notification.OutboxNumber;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored notices, for tests of other packages. */
public final class StoredNotices {
    private StoredNotices() {}

    /** The number that the instances on one store share. */
    public static OutboxNumber number(MongoTemplate mongo) {
        return new MongoOutboxNumber(mongo);
    }

    public static Notices in(MongoTemplate mongo) {
        return in(mongo, new OutboxBell());
    }

    public static Notices in(MongoTemplate mongo, OutboxBell bell) {
        return new MongoNotices(mongo, bell);
    }
}
