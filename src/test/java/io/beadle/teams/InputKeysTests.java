package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InputKeysTests {
    @Test
    void aListAtTheSamePlaceWithOtherChoicesIsAnotherInput() {
        assertThat(key(posted(list("act", "note", "close")))).isNotEqualTo(key(posted(list("act", "note"))));
    }

    @Test
    void aListWithTheSameChoicesOfAnotherQuestionIsAnotherInput() {
        assertThat(key(posted(list("danger", "yes", "no")))).isNotEqualTo(key(posted(list("copy", "yes", "no"))));
    }

    @Test
    void aFormThatComesBackWithAMistakeHasTheSameInputs() {
        assertThat(key(posted(list("act", "note", "close")))).isEqualTo(key(posted(list("act", "note", "close"))));
    }

    @Test
    void theAnswerToAPressedButtonHasKeysToo() {
        JsonNode answer = sent(Map.of("statusCode", 200, "value", card(list("act", "note"))));

        assertThat(answer.at("/value/body/0/items/0/key").asText()).startsWith("act-");
    }

    @Test
    void nothingElseGetsAKey() {
        JsonNode posted = posted(Map.of("type", "Input.Text", "id", "why", "label", "Why?"));

        assertThat(posted.findValue("id").asText()).isEqualTo("why");
        assertThat(posted.findValue("key")).isNull();
    }

    private static String key(JsonNode posted) {
        return posted.at("/attachments/0/content/body/0/items/0/key").asText();
    }

    private static JsonNode posted(Map<String, Object> input) {
        return sent(Activities.of(Message.card(card(input), "A card")));
    }

    private static JsonNode sent(Object value) {
        return ActivityJson.tree(ActivityJson.write(value));
    }

    private static Map<String, Object> card(Map<String, Object> input) {
        return Map.of("type", "AdaptiveCard", "body", List.of(Map.of("type", "Container", "items", List.of(input))));
    }

    private static Map<String, Object> list(String id, String... choices) {
        return Map.of(
                "type",
                "Input.ChoiceSet",
                "id",
                id,
                "choices",
                Stream.of(choices)
                        .map(choice -> Map.of("title", choice, "value", choice))
                        .toList());
    }
}
