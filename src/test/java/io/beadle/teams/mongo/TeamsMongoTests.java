package io.beadle.teams.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.AnsweredActivities.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Both collections of the edge, over a MongoDB in memory. */
class TeamsMongoTests {
    private static final Address CHAT =
            new Address("a:chat", Scope.PERSONAL, "https://smba.example/", "28:bot", "council", "29:ada");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T08:59:00Z"));
    private MongoClient client;
    private MongoTemplate mongo;

    @BeforeEach
    void start() {
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = new MongoTemplate(client, "beadle");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdown();
    }

    @Test
    void forgetsAnAnswerTwoHoursAfterTheDayItWasGivenOn() {
        InstantSource clock = now::get;
        MongoAnsweredActivities answered = new MongoAnsweredActivities(mongo, clock);
        answered.store("digest", new Reply(200, "{}"));

        now.set(Instant.parse("2026-11-21T01:59:59Z"));
        assertThat(answered.sweep(now.get())).isZero();
        assertThat(answered.find("digest")).contains(new Reply(200, "{}"));

        now.set(Instant.parse("2026-11-21T02:00:00Z"));
        assertThat(answered.sweep(now.get())).isOne();
        assertThat(answered.find("digest")).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoAnswers() {
        MongoAnsweredActivities answered = new MongoAnsweredActivities(mongo, now::get);
        answered.store("digest", new Reply(200, "first"));
        answered.store("digest", new Reply(200, "second"));

        assertThat(answered.find("digest")).contains(new Reply(200, "first"));
    }

    @Test
    void findsReferencesByConversationAndByPerson() {
        MongoConversationReferences references = new MongoConversationReferences(mongo);
        Address channel =
                new Address("19:desk", Scope.CHANNEL, "https://smba.example/", "28:bot", null, null, null, "19:t");
        Address known =
                new Address("a:2", Scope.PERSONAL, "https://smba.example/", "28:bot", "c", "29:cy", "o-cy", null);
        references.save(CHAT);
        references.save(channel);
        references.save(known);

        assertThat(references.personalOf("o-cy")).contains(known);
        assertThat(references.personalOf("o-ada")).isEmpty();
        assertThat(references.find("a:chat")).contains(CHAT);
        assertThat(references.find("19:desk")).contains(channel);
        assertThat(references.personal("29:ada")).contains(CHAT);
        assertThat(references.personal("29:bob")).isEmpty();
    }

    @Test
    void replacesAReferenceThatChangedAndDeletesOne() {
        MongoConversationReferences references = new MongoConversationReferences(mongo);
        Address moved = new Address("a:chat", Scope.PERSONAL, "https://moved.example/", "28:bot", "council", "29:ada");
        references.save(CHAT);
        references.save(moved);
        assertThat(references.find("a:chat")).contains(moved);

        references.delete("a:chat");
        assertThat(references.find("a:chat")).isEmpty();
        assertThat(references.personal("29:ada")).isEmpty();
    }

    @Test
    void notesTheFirstDayOnWhichSomebodyWasFoundToHaveLeft() {
        MongoConversationReferences references = new MongoConversationReferences(mongo);
        LocalDate day = LocalDate.of(2026, 11, 20);
        references.save(CHAT);
        assertThat(references.left("a:chat", day)).isEqualTo(day);
        assertThat(references.left("a:chat", day.plusDays(7))).isEqualTo(day);
        references.stayed("a:chat");
        assertThat(references.left("a:chat", day.plusDays(14))).isEqualTo(day.plusDays(14));
        references.save(CHAT);
        assertThat(references.left("a:chat", day.plusDays(21)))
                .as("who writes has not left")
                .isEqualTo(day.plusDays(21));
        assertThat(references.find("a:chat")).contains(CHAT);
        assertThat(references.left("a:gone", day)).isEqualTo(day);
        assertThat(references.find("a:gone")).isEmpty();
    }
}
