package io.beadle.growth;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * How MongoDB went about a query, as {@code explain} with {@code executionStats} tells it, of {@code find} and of
 * {@code aggregate} (MongoDB 7 manual, "Explain Results").
 *
 * @param stages of the plan that won, the last first
 * @param indexes by their names
 * @param examined documents looked at
 * @param returned documents found
 */
record Explained(List<String> stages, Set<String> indexes, long examined, long returned) {
    static Explained of(Document explain) {
        Document plan = find(explain, "winningPlan").orElseThrow(() -> new IllegalArgumentException("No plan in it"));
        Document ran = find(explain, "executionStats").orElse(new Document());
        List<String> stages = new ArrayList<>();
        Set<String> indexes = new LinkedHashSet<>();
        // of the slot-based engine the plan in stages is in queryPlan, beside slotBasedPlan, which is for its makers
        read(plan.get("queryPlan") instanceof Document readable ? readable : plan, stages, indexes);
        return new Explained(stages, indexes, number(ran, "totalDocsExamined"), number(ran, "nReturned"));
    }

    /** Whether it went past every document of the collection. */
    boolean isScan() {
        return stages.contains("COLLSCAN");
    }

    private static void read(Document stage, List<String> stages, Set<String> indexes) {
        if (stage.get("stage") instanceof String name) {
            stages.add(name);
        }
        if (stage.get("indexName") instanceof String name) {
            indexes.add(name);
        }
        stage.forEach((name, part) -> {
            if (name.equals("inputStages") && part instanceof List<?> parts) {
                parts.forEach(one -> read((Document) one, stages, indexes));
            } else if (part instanceof Document one && !name.endsWith("Plan")) {
                read(one, stages, indexes);
            }
        });
    }

    /** Wherever it is: of an aggregate it may be in the {@code $cursor} of the first stage. */
    private static Optional<Document> find(Object in, String name) {
        return switch (in) {
            case Document document ->
                document.get(name) instanceof Document found
                        ? Optional.of(found)
                        : first(List.copyOf(known(document).values()), name);
            case List<?> list -> first(list, name);
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> known(Document document) {
        Document known = new Document(document);
        known.values().removeIf(value -> value == null);
        return known;
    }

    private static Optional<Document> first(List<?> parts, String name) {
        return parts.stream().flatMap(part -> find(part, name).stream()).findFirst();
    }

    private static long number(Document document, String name) {
        return document.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
