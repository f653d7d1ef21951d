package io.beadle.incident.mongo;

import io.beadle.incident.CodeGuesses;
import io.beadle.incident.Drafts;
import io.beadle.incident.DutifulIncidents;
import io.beadle.incident.FactsAsked;
import io.beadle.incident.Incidents;
import io.beadle.incident.Obligations;
import io.beadle.incident.Readings;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.SlowHash;
import io.beadle.incident.hash.SomeHashes;
import io.beadle.privacy.mongo.StoredAudit;
import java.time.InstantSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored incidents and drafts, for tests of other modules. */
public record StoredIncidents(
        Incidents incidents,
        Drafts drafts,
        SealedReporters sealed,
        FactsAsked facts,
        CodeGuesses guesses,
        SlowHash hash,
        Readings readings) {
    public static StoredIncidents in(MongoTemplate mongo) {
        return in(mongo, new MongoIncidents(mongo, InstantSource.system()));
    }

    /** Whose every write is settled first, as in the application. */
    public static StoredIncidents dutiful(MongoTemplate mongo, Obligations obligations, InstantSource clock) {
        return in(mongo, new DutifulIncidents(new MongoIncidents(mongo, InstantSource.system()), obligations, clock));
    }

    private static StoredIncidents in(MongoTemplate mongo, Incidents incidents) {
        return new StoredIncidents(
                incidents,
                new MongoDrafts(mongo),
                new MongoSealedReporters(mongo),
                new MongoFactsAsked(mongo),
                new MongoCodeGuesses(mongo),
                SomeHashes.pbkdf2(),
                new AuditedReadings(StoredAudit.in(mongo)));
    }
}
