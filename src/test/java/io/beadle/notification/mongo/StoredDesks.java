package io.beadle.notification.mongo;

import io.beadle.notification.Desks;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored desks, for tests of other packages. */
public final class StoredDesks {
    private StoredDesks() {}

    public static Desks in(MongoTemplate mongo) {
        return new MongoDesks(mongo);
    }
}
