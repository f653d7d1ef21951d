package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.generation.ScriptedModel;
import io.beadle.teams.ScriptedConnector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole of Beadle with a language model, which is scripted. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class PlainAnswerIT {
    private static final ScriptedConnector CONNECTOR = ScriptedConnector.start();
    private static final ScriptedModel MODEL = model();
    private static final String QUESTION = "What do I do if my laptop is stolen?";

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    private Colleague sam;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("beadle.data-dir", data::toString);
        registry.add("beadle.llm.base-url", MODEL::baseUrl);
        registry.add("beadle.llm.model", () -> "scripted");
        registry.add("beadle.llm.api-key", () -> "sk-test");
    }

    @BeforeEach
    void meet() {
        CONNECTOR.reset();
        sam = new Colleague("Sam" + UUID.randomUUID(), port, CONNECTOR);
    }

    @AfterAll
    static void close() {
        CONNECTOR.close();
        MODEL.close();
    }

    @Test
    void aPersonalChatGetsWhatTheClauseSupportsInFrontOfItMarkedAsGenerated() {
        MODEL.says(
                "Report the theft at once with Beadle, or ring the service desk on 01632 960100 [1].\n",
                "You may wait until the morning [1].\n",
                "Ring the thief on 07700 900900 [1].");
        sam.says(QUESTION);

        JsonNode notice = sam.received().getFirst();
        assertThat(notice.path("type").asString()).isEqualTo("typing");
        assertThat(notice.at("/entities/0/streamType").asString()).isEqualTo("informative");
        JsonNode answer = sam.received().stream()
                .filter(activity -> activity.path("type").asString().equals("message"))
                .findFirst()
                .orElseThrow();
        assertThat(answer.path("text").asString())
                .contains("written by AI", "Report the theft at once with Beadle", "> ")
                .doesNotContain("07700", "You may wait");
        assertThat(answer.path("entities").toString()).contains("AIGeneratedContent", "\"final\"");
    }

    @Test
    void aModelThatIsBrokenLeavesTheQuotesAlone() {
        MODEL.does(exchange -> ScriptedModel.status(exchange, 500));
        sam.says(QUESTION);

        List<JsonNode> messages = sam.received().stream()
                .filter(activity -> activity.path("type").asString().equals("message"))
                .toList();
        assertThat(messages.getFirst().path("text").asString()).contains("> ").doesNotContain("AI");
        assertThat(messages.getFirst().path("entities").toString()).doesNotContain("AIGenerated");
    }

    private static ScriptedModel model() {
        try {
            return new ScriptedModel();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
