package io.beadle.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What must be so of an incident for a duty to arise, a route to be taken or an act to be offered: each fact named has one of
 * the values. The value {@code "*"} stands for any. {@code bot/README.md} lists the facts.
 */
public record Circumstances(Map<String, List<String>> facts) {
    public static final Circumstances ALWAYS = new Circumstances(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Circumstances {
        facts = Map.copyOf(facts);
    }

    /**
     * Whether they are so.
     *
     * @param known the values that a fact has of the incident; none for a fact that it does not have
     */
    public boolean hold(Function<String, Set<String>> known) {
        return facts.entrySet().stream().allMatch(fact -> isOneOf(fact.getValue(), known.apply(fact.getKey())));
    }

    private static boolean isOneOf(List<String> wanted, Set<String> values) {
        return !values.isEmpty() && (wanted.contains("*") || wanted.stream().anyMatch(values::contains));
    }
}
