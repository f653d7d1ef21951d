package io.beadle.knowledge.mongo;

import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswers;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored questions and curated answers, for tests of other modules. */
public record StoredQuestions(AskedQuestions asked, CuratedAnswers curated) {
    public static StoredQuestions in(MongoTemplate mongo) {
        return new StoredQuestions(new MongoAskedQuestions(mongo), new MongoCuratedAnswers(mongo));
    }
}
