package io.beadle.knowledge.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stands on an index, in its commit's user data: readable without opening the rest. */
final class Label {
    static final String INDEXED = "indexed";
    static final String KIND = "kind";
    private static final String FINGERPRINT = "fingerprint";

    /** How many are in it. */
    static final String DOCUMENTS = "documents";

    private static final String PROBLEMS = "problems";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Label() {}

    static Map<String, String> of(Inventory inventory, Intake intake, Instant now) {
        return Map.of(
                INDEXED,
                now.toString(),
                KIND,
                Inventory.KIND,
                FINGERPRINT,
                inventory.fingerprint(),
                DOCUMENTS,
                String.valueOf(intake.kept().size() + intake.put().size()),
                PROBLEMS,
                MAPPER.writeValueAsString(intake.problems()));
    }

    /** As in {@link Inventory#fingerprint}; empty if there is none. */
    static String fingerprint(Map<String, String> label) {
        return label.getOrDefault(FINGERPRINT, "");
    }

    static List<Problem> problems(Map<String, String> label) {
        return MAPPER.readValue(label.getOrDefault(PROBLEMS, "[]"), new TypeReference<>() {});
    }
}
