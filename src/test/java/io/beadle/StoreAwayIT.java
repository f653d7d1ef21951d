package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.mongo.KillableStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The database dies while Beadle serves, and comes back. */
class StoreAwayIT extends RunningBeadle {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // by what is asked for the properties, before anything else
    private static KillableStore store;

    @Autowired
    private Incidents incidents;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws IOException {
        store = KillableStore.start(folder.resolve("store.mv"));
        registry.add(
                "spring.mongodb.uri",
                () -> "mongodb://127.0.0.1:" + store.port() + "/beadle?serverSelectionTimeoutMS=2000");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        store.kill();
    }

    @Test
    void peopleAreToldWhomToRingNothingIsLostAndItGoesOnByItself() throws Exception {
        String desk = aDeskOfTwo();
        sam.says("I lost my work phone");
        JsonNode card = requireNonNull(Colleague.card(sam.answer()));
        int port = store.port();
        store.kill();

        sam.says("What do I do if my laptop is stolen?");
        assertThat(sam.answer().path("text").asString())
                .contains("not working", "try again in a minute", "ring the information security team on 01632");
        JsonNode told = sam.presses("Send now", card, answers(), "activity-1");
        assertThat(told.asString()).contains("not working");
        assertThat(searched().path("type").asString()).isEqualTo("message");

        store = KillableStore.start(folder.resolve("store.mv"), port);
        JsonNode receipt = sam.presses("Send now", card, answers(), "activity-1");
        List<Incident> all = incidents.reportedBy(sam.objectId(), 10);
        assertThat(all).hasSize(1);
        assertThat(receipt.toString()).contains(all.getFirst().reference());
        awaitPost(desk, all.getFirst().reference());
    }

    private static Map<String, String> answers() {
        return Map.of(
                "answer-what",
                "phone",
                "answer-where",
                "On the bus",
                "answer-happened",
                "morning",
                "answer-danger",
                "no");
    }

    private JsonNode searched() {
        return sam.searches(
                Map.of("commandId", "search", "parameters", List.of(Map.of("name", "q", "value", "laptop"))));
    }

    @Test
    void whatNobodyWaitsForIsLeftToThePlatformToDeliverAgain() throws Exception {
        int port = store.port();
        store.kill();
        Map<String, Object> added = sam.activity("conversationUpdate", sam.personalChat());
        added.put("membersAdded", List.of(Map.of("id", "28:beadle")));
        HttpResponse<String> answer = sam.post(added);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
        store = KillableStore.start(folder.resolve("store.mv"), port);
    }
}
