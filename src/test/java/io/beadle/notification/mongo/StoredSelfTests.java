package io.beadle.notification.mongo;

import io.beadle.notification.SelfTestStates;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What was told of self-tests, stored, for tests of other packages. */
public final class StoredSelfTests {
    private StoredSelfTests() {}

    public static SelfTestStates in(MongoTemplate mongo) {
        return new MongoSelfTestStates(mongo);
    }
}
