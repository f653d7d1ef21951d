package io.beadle.incident.mongo;

import io.beadle.incident.Waves;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored waves, for tests of other packages. */
public final class StoredWaves {
    private StoredWaves() {}

    public static Waves in(MongoTemplate mongo) {
        return new MongoWaves(mongo);
    }
}
