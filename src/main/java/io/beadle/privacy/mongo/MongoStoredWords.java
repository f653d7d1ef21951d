package io.beadle.privacy.mongo;

import io.beadle.privacy.StoredWords;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Collection by collection: a new one is searched without anybody having to think of it. */
@Repository
class MongoStoredWords implements StoredWords {
    private static final Set<String> LEFT_OUT = Set.of("answered", "counters", "codeGuesses");

    private final MongoOperations mongo;

    MongoStoredWords(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void each(Consumer<Stored> reader) {
        mongo.getCollectionNames().stream()
                .filter(name -> !LEFT_OUT.contains(name) && !name.contains("."))
                .sorted()
                .forEach(name -> {
                    try (Stream<Document> all = mongo.stream(new Query(), Document.class, name)) {
                        all.forEach(document ->
                                reader.accept(new Stored(name, String.valueOf(document.get("_id")), document)));
                    }
                });
    }
}
