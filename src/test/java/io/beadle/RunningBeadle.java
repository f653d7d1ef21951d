package io.beadle;

import static org.awaitility.Awaitility.await;

import io.beadle.knowledge.Suites;
import io.beadle.teams.ScriptedConnector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A whole Beadle on the bundled policies, and three people who talk to it as Teams does. Test classes that are set up alike
 * share one: what they look for is named so that no other test has it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ExtendWith(OutputCaptureExtension.class)
abstract class RunningBeadle {
    static final ScriptedConnector CONNECTOR = ScriptedConnector.start();

    static {
        // what is awaited comes at once, unless the machine has much else to do
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    /** How the name of every data folder begins. */
    static final String FOLDER = "running-beadle-";

    @LocalServerPort
    int port;

    /** Nobody has met Sam before. */
    Colleague sam;

    Colleague priya;
    Colleague dafydd;

    /** A folder for each Beadle, which outlives the test class as it does. */
    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Suites.dataFolder(FOLDER);
        registry.add("beadle.data-dir", folder::toString);
    }

    @BeforeEach
    void meet() {
        CONNECTOR.reset();
        sam = new Colleague("Sam" + UUID.randomUUID(), port, CONNECTOR);
        priya = new Colleague("Priya", port, CONNECTOR);
        dafydd = new Colleague("Dafydd", port, CONNECTOR);
    }

    /** Somebody of that name who has a chat with Beadle, and is in no other test. */
    Colleague colleague(String name) {
        Colleague colleague = new Colleague(name + UUID.randomUUID(), port, CONNECTOR);
        colleague.says("hello");
        return colleague;
    }

    /** A channel that Priya has made the desk just now. */
    String aDesk() {
        String channel = "desk-" + UUID.randomUUID();
        priya.says("<at>Beadle</at> desk", Colleague.channel(channel));
        return channel;
    }

    /** The same, with her and Dafydd in it. */
    String aDeskOfTwo() {
        String channel = aDesk();
        CONNECTOR.roster(List.of(List.of(priya.asMember(), dafydd.asMember())));
        return channel;
    }

    /** The last activity posted to a conversation that has this in it, once there is one. */
    static JsonNode awaitPost(String conversation, String wanted) {
        return await().until(
                        () -> CONNECTOR.calls().stream()
                                .filter(call -> call.method().equals("POST")
                                        && (call.path() + call.text()).contains(conversation))
                                .map(call -> call.body().has("activity")
                                        ? call.body().path("activity")
                                        : call.body())
                                .filter(body -> body.toString().contains(wanted))
                                .toList(),
                        (List<JsonNode> found) -> !found.isEmpty())
                .getLast();
    }
}
