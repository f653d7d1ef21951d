package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of which incident, from {@code bot/routes.yaml}.
 *
 * @param routes all that hold are taken
 * @param leftOut the roles that are not told and cannot look, by what a reporter answered to "Is this about somebody who might
 *     see it?" (G10)
 */
public record Routes(List<Route> routes, Map<String, List<String>> leftOut) {
    /**
     * One of them.
     *
     * @param id unique
     * @param desk the desk whose channel shows it, null for none
     * @param tell the roles told in person
     * @param outOfHours who is told instead when nobody works, null for the same
     */
    public record Route(
            String id,
            @JsonProperty("if") Circumstances when,
            @Nullable Circumstances unless,
            @Nullable String desk,
            List<String> tell,
            @Nullable List<String> outOfHours) {
        public Route {
            when = requireNonNullElse(when, Circumstances.ALWAYS);
            tell = List.copyOf(requireNonNullElse(tell, List.of()));
        }

        public boolean isTaken(Function<String, Set<String>> facts) {
            return when.hold(facts) && (unless == null || !unless.hold(facts));
        }
    }

    public Routes {
        leftOut = Map.copyOf(requireNonNullElse(leftOut, Map.of()));
    }

    /** The routes of an incident of which that is known. */
    public Stream<Route> of(Function<String, Set<String>> facts) {
        return routes.stream().filter(route -> route.isTaken(facts));
    }

    /** The roles left out of an incident of which that is known. */
    public Set<String> leftOut(Function<String, Set<String>> facts) {
        return facts.apply("excludes").stream()
                .flatMap(answer -> leftOut.getOrDefault(answer, List.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
