package io.beadle.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.mongo.SharedStore;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoDesksTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");
    private static final Person ALEX = new Person("alex", "Alex");

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Desks desks = new MongoDesks(mongo);

    @Test
    void theLatestChoiceCountsAndEveryOneIsKept() {
        assertThat(desks.current()).isEmpty();
        Desk first = new Desk("channel-1", ALEX, NOW);
        Desk second = new Desk("channel-2", new Person("sam", "Sam"), NOW.plusSeconds(60));
        desks.set(first);
        assertThat(desks.current()).contains(first);
        desks.set(second);
        assertThat(new MongoDesks(mongo).current()).contains(second);
        desks.set(new Desk("channel-3", ALEX, second.setAt()));
        assertThat(desks.current().map(Desk::conversation)).contains("channel-3");
        assertThat(mongo.getCollection("desks").countDocuments()).isEqualTo(3);
    }

    @Test
    void aChoiceStoredBeforeDesksHadNamesIsOfTheMainOne() {
        mongo.getCollection("desks")
                .insertOne(new Document("conversation", "channel-1")
                        .append("setBy", new Document("id", "alex").append("name", "Alex"))
                        .append("setAt", Date.from(NOW)));
        Desk stored = new Desk("channel-1", ALEX, NOW);
        assertThat(desks.current()).contains(stored);
        assertThat(desks.all()).containsExactly(stored);
        assertThat(desks.lose(stored, NOW)).isTrue();
        assertThat(desks.current()).isEmpty();
    }

    @Test
    void eachNameHasItsOwnChannel() {
        Desk main = Desk.of("main", "channel-1", "team-1", ALEX, NOW);
        Desk low = Desk.of("low", "channel-2", null, ALEX, NOW.plusSeconds(60));
        desks.set(main);
        desks.set(Desk.of("low", "channel-0", null, ALEX, NOW));
        desks.set(low);
        assertThat(desks.current()).contains(main);
        assertThat(desks.find("low")).contains(low);
        assertThat(desks.find("high")).isEmpty();
        assertThat(desks.all()).containsExactlyInAnyOrder(main, low);
    }

    @Test
    void oneIsLostOnceAndRegained() {
        Desk desk = new Desk("channel-1", ALEX, NOW);
        desks.set(desk);
        assertThat(desks.lose(desk, NOW.plusSeconds(1))).isTrue();
        assertThat(desks.lose(desk, NOW.plusSeconds(2))).isFalse();
        assertThat(desks.current()).isEmpty();
        assertThat(desks.find("main").orElseThrow().lostAt()).isEqualTo(NOW.plusSeconds(1));
        desks.regain(desks.find("main").orElseThrow());
        assertThat(desks.current()).contains(desk);
    }

    @Test
    void oneThatWasChosenAnewMeanwhileIsNotLost() {
        Desk before = new Desk("channel-1", ALEX, NOW);
        Desk after = new Desk("channel-2", ALEX, NOW.plusSeconds(60));
        desks.set(before);
        desks.set(after);
        assertThat(desks.lose(before, NOW.plusSeconds(61))).isFalse();
        assertThat(desks.current()).contains(after);
    }
}
