package io.beadle.notification.mongo;

import io.beadle.notification.Paces;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored paces, for tests of other packages. */
public final class StoredPaces {
    private StoredPaces() {}

    public static Paces in(MongoTemplate mongo) {
        return new MongoPaces(mongo);
    }
}
