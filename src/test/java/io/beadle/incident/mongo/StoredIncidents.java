package io.beadle.incident.mongo;

import io.beadle.incident.CodeGuesses;
import io.beadle.incident.Drafts;
import io.beadle.incident.FactsAsked;
import io.beadle.incident.Incidents;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.SlowHash;
import io.beadle.incident.hash.SomeHashes;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored incidents and drafts, for tests of other modules. */
public record StoredIncidents(
        Incidents incidents,
        Drafts drafts,
        SealedReporters sealed,
        FactsAsked facts,
        CodeGuesses guesses,
        SlowHash hash) {
    public static StoredIncidents in(MongoTemplate mongo) {
        return new StoredIncidents(
                new MongoIncidents(mongo),
                new MongoDrafts(mongo),
                new MongoSealedReporters(mongo),
                new MongoFactsAsked(mongo),
                new MongoCodeGuesses(mongo),
                SomeHashes.pbkdf2());
    }
}
