package io.beadle.incident.mongo;

import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.Incidents;
import io.beadle.incident.WaitingFiles;
import io.beadle.privacy.TestCiphers;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored evidence and what waits to become some, for tests of other modules. */
public record StoredEvidence(EvidenceFiles files, WaitingFiles waiting) {
    public static StoredEvidence in(MongoTemplate mongo, Incidents incidents) {
        return new StoredEvidence(
                new MongoEvidence(mongo, incidents, TestCiphers.contentCipher()), new MongoWaitingFiles(mongo));
    }
}
