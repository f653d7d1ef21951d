package io.beadle.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Person;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoDesksTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");

    @Test
    void theLatestChoiceCountsAndEveryOneIsKept() {
        MongoTemplate mongo = SharedStore.newDatabase();
        Desks desks = new MongoDesks(mongo);
        assertThat(desks.current()).isEmpty();
        Desk first = new Desk("channel-1", new Person("alex", "Alex"), NOW);
        Desk second = new Desk("channel-2", new Person("sam", "Sam"), NOW.plusSeconds(60));
        desks.set(first);
        assertThat(desks.current()).contains(first);
        desks.set(second);
        assertThat(new MongoDesks(mongo).current()).contains(second);
        desks.set(new Desk("channel-3", new Person("alex", "Alex"), second.setAt()));
        assertThat(desks.current().map(Desk::conversation)).contains("channel-3");
        assertThat(mongo.getCollection("desks").countDocuments()).isEqualTo(3);
    }
}
