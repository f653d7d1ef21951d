package io.beadle.incident.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.beadle.incident.Wave;
import io.beadle.incident.Waves;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;

/** One document a wave; {@code gathering} names the kind of one that still takes in more, and so is there once. */
class MongoWaves implements Waves {
    private static final String WAVES = "waves";

    private final MongoOperations mongo;

    MongoWaves(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(WAVES)
                .createIndex(new Index("gathering", Direction.ASC).unique().sparse());
    }

    @Override
    public List<Wave> of(String type) {
        return list(query(where("type").is(type)));
    }

    @Override
    public List<Wave> all() {
        return list(new Query());
    }

    @Override
    public Optional<Wave> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Document.class, WAVES)).map(WaveDocuments::wave);
    }

    @Override
    public Wave begin(Wave wave, Instant now) {
        String kind = wave.kind().key();
        while (true) {
            try {
                mongo.insert(WaveDocuments.document(wave), WAVES);
                return wave;
            } catch (DuplicateKeyException there) {
                Optional<Wave> before = list(
                                query(where(WaveDocuments.GATHERING).is(kind)))
                        .stream()
                        .findFirst();
                if (before.filter(other -> other.isGathering(now)).isPresent()) {
                    return before.get();
                }
                // over, and nobody has noted it yet
                before.map(Wave::end).ifPresent(this::replace);
            }
        }
    }

    @Override
    public Optional<Wave> replace(Wave changed) {
        Document next = WaveDocuments.document(changed).append("version", changed.version() + 1);
        Query same = query(where("_id").is(changed.id()).and("version").is(changed.version()));
        return mongo.replace(same, next, WAVES).getMatchedCount() == 1
                ? Optional.of(WaveDocuments.wave(next))
                : Optional.empty();
    }

    @Override
    public void delete(Wave wave) {
        mongo.remove(query(where("_id").is(wave.id())), WAVES);
    }

    private List<Wave> list(Query query) {
        return mongo.find(query, Document.class, WAVES).stream()
                .map(WaveDocuments::wave)
                .toList();
    }
}
