package io.beadle.offer.mongo;

import io.beadle.offer.OfferedFiles;
import io.beadle.privacy.TestCiphers;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored files that wait to be taken, for tests of other modules. */
public final class StoredOffers {
    private StoredOffers() {}

    public static OfferedFiles in(MongoTemplate mongo) {
        return new MongoOfferedFiles(mongo, TestCiphers.contentCipher());
    }
}
