package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.generation.ScriptedModel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole of Beadle with a language model, which is scripted. */
class PlainAnswerIT extends RunningBeadle {
    private static final ScriptedModel MODEL = model();
    private static final String QUESTION = "What do I do if my laptop is stolen?";

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("beadle.llm.base-url", MODEL::baseUrl);
        registry.add("beadle.llm.model", () -> "scripted");
        registry.add("beadle.llm.api-key", () -> "sk-test");
    }

    @AfterAll
    static void close() {
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
