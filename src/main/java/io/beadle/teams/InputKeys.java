package io.beadle.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Tells Teams which list of choices is which. It draws a card over the one whose place it takes, and a list that stands where
 * another stood would still offer the choices of that one.
 */
final class InputKeys {
    private InputKeys() {}

    /**
     * Gives each list a key of its id and its choices, in place: another key is another input, and the same one keeps what
     * somebody has chosen.
     */
    static JsonNode put(JsonNode tree) {
        if (tree instanceof ObjectNode element && element.path("type").asText().equals("Input.ChoiceSet")) {
            int choices = element.path("choices").hashCode();
            element.put("key", element.path("id").asText() + '-' + Integer.toHexString(choices));
        }
        tree.forEach(InputKeys::put);
        return tree;
    }
}
