package io.beadle.incident.mongo;

import io.beadle.content.Routes;
import io.beadle.incident.CodeGuesses;
import io.beadle.incident.Drafts;
import io.beadle.incident.DutifulIncidents;
import io.beadle.incident.FactsAsked;
import io.beadle.incident.Grouping;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Obligations;
import io.beadle.incident.OutboxBell;
import io.beadle.incident.Readings;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.SlowHash;
import io.beadle.incident.hash.SomeHashes;
import io.beadle.privacy.mongo.StoredAudit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bson.Document;
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
        return dutiful(mongo, obligations, new OutboxBell(), clock);
    }

    public static StoredIncidents dutiful(
            MongoTemplate mongo, Obligations obligations, OutboxBell bell, InstantSource clock) {
        return in(
                mongo,
                new DutifulIncidents(new MongoIncidents(mongo, InstantSource.system()), obligations, bell, clock));
    }

    /**
     * Stores many at once as if each change of each had been stored by itself, chain included.
     *
     * @param histories of each incident what it was after each change
     */
    public static void store(MongoTemplate mongo, List<List<Incident>> histories, Instant at) {
        mongo.insert(histories.stream().map(history -> stored(history, at)).toList(), "incidents");
    }

    private static Document stored(List<Incident> history, Instant at) {
        Document stored = Audited.begun(IncidentDocuments.document(history.getFirst()), at);
        long version = 0;
        for (Incident next : history.subList(1, history.size())) {
            stored = Audited.grown(stored, IncidentDocuments.document(next).append("version", ++version), at);
        }
        return stored;
    }

    /** The same, and further ones of a kind become a wave. */
    public static StoredIncidents grouping(
            MongoTemplate mongo, Obligations obligations, Routes.Waves numbers, InstantSource clock) {
        Incidents stored = new MongoIncidents(mongo, InstantSource.system());
        Grouping grouping = new Grouping(StoredWaves.in(mongo), stored, obligations, numbers);
        return in(mongo, new DutifulIncidents(stored, obligations, grouping, new OutboxBell(), clock));
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
