package io.beadle.incident.mongo;

import io.beadle.privacy.IncidentChains;
import io.beadle.privacy.mongo.StoredAudit;
import io.beadle.sweep.Sweep;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The incidents' chains and their witness, for tests of other packages. */
public final class StoredChains {
    private StoredChains() {}

    public static IncidentChains in(MongoTemplate mongo) {
        return new MongoIncidentChains(mongo);
    }

    public static Sweep witnessing(MongoTemplate mongo) {
        return new Witnessing(mongo, StoredAudit.in(mongo), 100);
    }
}
