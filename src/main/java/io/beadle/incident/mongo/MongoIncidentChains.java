package io.beadle.incident.mongo;

import io.beadle.privacy.Content;
import io.beadle.privacy.IncidentChains;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** As they are stored, not as they would be written now. */
@Repository
class MongoIncidentChains implements IncidentChains {
    private static final String INCIDENTS = "incidents";

    private final MongoOperations mongo;

    MongoIncidentChains(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Stream<Kept> all() {
        return mongo.stream(new Query().with(Sort.by(Direction.ASC, "_id")), Document.class, INCIDENTS)
                .map(MongoIncidentChains::kept);
    }

    /** One altered so that it cannot even be read has nothing left that its chain stands for. */
    private static Kept kept(Document incident) {
        try {
            return new Kept(Audited.trail(incident), Audited.content(incident));
        } catch (ClassCastException | NullPointerException altered) {
            return new Kept(Audited.trail(incident), new Content(Map.of(), Map.of()));
        }
    }
}
