package io.beadle.notification.mongo;

import io.beadle.notification.CardsInPerson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stored cards in people's chats, for tests of other packages. */
public final class StoredCards {
    private StoredCards() {}

    public static CardsInPerson in(MongoTemplate mongo) {
        return new MongoCardsInPerson(mongo);
    }
}
