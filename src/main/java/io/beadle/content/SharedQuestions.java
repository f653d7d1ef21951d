package io.beadle.content;

import com.networknt.schema.serialization.node.TokenStreamLocationAwareObjectNode;
import com.networknt.schema.utils.JsonNodes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the questions that several types ask, listed once under {@code questions}, in the places that name them: a plain
 * name takes one over, {@code use: name} takes it over with the keys beside it in place of its own; a key that is null
 * there is left out. What is not of the expected form is left for the schema to refuse.
 */
final class SharedQuestions {
    private static final String USE = "use";
    private static final String ID = "id";

    private final Map<String, JsonNode> shared = new HashMap<>();
    private final BiConsumer<JsonNode, String> mistake;

    private SharedQuestions(JsonNode tree, BiConsumer<JsonNode, String> mistake) {
        this.mistake = mistake;
        for (JsonNode question : tree.path("questions")) {
            String id = question.path(ID).asString("");
            if (shared.put(id, question) != null) {
                mistake.accept(question, "the shared question \"" + id + "\" is there twice: give each its own id");
            }
        }
    }

    /**
     * Changes the tree.
     *
     * @param mistake takes the node that names a question nobody wrote, and what is wrong
     */
    static void spread(JsonNode tree, BiConsumer<JsonNode, String> mistake) {
        SharedQuestions questions = new SharedQuestions(tree, mistake);
        for (JsonNode type : tree.path("types")) {
            for (JsonNode step : type.path("steps")) {
                if (step.path("questions") instanceof ArrayNode asked) {
                    questions.spread(asked);
                }
            }
        }
    }

    private void spread(ArrayNode asked) {
        for (int i = asked.size() - 1; i >= 0; i--) {
            JsonNode question = asked.get(i);
            JsonNode name = question.isString() ? question : question.path(USE);
            if (!name.isString()) {
                continue;
            }
            JsonNode original = shared.get(name.asString());
            if (original == null) {
                mistake.accept(
                        name,
                        "no shared question is called \"" + name.asString() + "\": use one of "
                                + new TreeSet<>(shared.keySet()));
                asked.remove(i);
            } else {
                asked.set(i, taken(original, name, question));
            }
        }
    }

    /** The question as if it were written where it is named, so that what is wrong there is said with that line. */
    private static ObjectNode taken(JsonNode original, JsonNode name, JsonNode changes) {
        ObjectNode question = new TokenStreamLocationAwareObjectNode(
                JsonNodeFactory.instance, Objects.requireNonNull(JsonNodes.tokenStreamLocationOf(name)));
        original.properties().forEach(key -> question.set(key.getKey(), key.getValue()));
        question.set(ID, name);
        changes.properties().stream().filter(key -> !key.getKey().equals(USE)).forEach(key -> {
            if (key.getValue().isNull()) {
                question.remove(key.getKey());
            } else {
                question.set(key.getKey(), key.getValue());
            }
        });
        return question;
    }
}
