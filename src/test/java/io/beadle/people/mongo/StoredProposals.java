package io.beadle.people.mongo;

import io.beadle.people.Proposals;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Proposals as they are stored, for tests of other packages. */
public final class StoredProposals {
    private StoredProposals() {}

    public static Proposals in(MongoTemplate mongo) {
        return new MongoProposals(mongo);
    }
}
