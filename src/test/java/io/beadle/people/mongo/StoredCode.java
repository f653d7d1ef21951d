package io.beadle.people.mongo;

import io.beadle.people.OneTimeCode;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored one-time code, for tests of other packages. */
public final class StoredCode {
    private StoredCode() {}

    public static OneTimeCode in(MongoTemplate mongo) {
        return new MongoOneTimeCode(mongo);
    }
}
