package io.beadle.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What must be so of an incident for a duty to arise, a route to be taken or an act to be offered: each fact named has one of
 * the values. The value {@code "*"} stands for any. {@code bot/README.md} lists the facts.
 *
 * @param alternatives one of them must be so; facts that each has one of the values that stand beside it
 */
public record Circumstances(List<Map<String, List<String>>> alternatives) {
    public static final Circumstances ALWAYS = new Circumstances(List.of(Map.of()));

    public Circumstances {
        alternatives = alternatives.stream().map(Map::copyOf).toList();
    }

    /** As the files have it: facts with their values, or a list of such. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Circumstances read(JsonNode written) {
        return new Circumstances(
                written.isArray()
                        ? written.valueStream().map(Circumstances::facts).toList()
                        : List.of(facts(written)));
    }

    private static Map<String, List<String>> facts(JsonNode written) {
        return written.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        fact -> fact.getValue()
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
    }

    /**
     * Whether they are so.
     *
     * @param known the values that a fact has of the incident; none for a fact that it does not have
     */
    public boolean hold(Function<String, Set<String>> known) {
        return alternatives.stream()
                .anyMatch(facts -> facts.entrySet().stream()
                        .allMatch(fact -> isOneOf(fact.getValue(), known.apply(fact.getKey()))));
    }

    /** Whether a fact is named in any of them. */
    public boolean names(String fact) {
        return alternatives.stream().anyMatch(facts -> facts.containsKey(fact));
    }

    /** Whether an act is named in any of them, or what it was filled in with. */
    boolean namesAct(String act) {
        String fact = "act." + act;
        return alternatives.stream()
                .flatMap(facts -> facts.keySet().stream())
                .anyMatch(named -> named.equals(fact) || named.startsWith(fact + '.'));
    }

    private static boolean isOneOf(List<String> wanted, Set<String> values) {
        return !values.isEmpty() && (wanted.contains("*") || wanted.stream().anyMatch(values::contains));
    }
}
