package io.beadle.incident.mongo;

import io.beadle.incident.Drafts;
import io.beadle.incident.Incidents;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored incidents and drafts, for tests of other modules. */
public record StoredIncidents(Incidents incidents, Drafts drafts) {
    public static StoredIncidents in(MongoTemplate mongo) {
        return new StoredIncidents(new MongoIncidents(mongo), new MongoDrafts(mongo));
    }
}
