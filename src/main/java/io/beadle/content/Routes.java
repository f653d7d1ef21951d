package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of which incident, from {@code bot/routes.yaml}.
 *
 * @param desks the channels there can be, {@value #MAIN} among them
 * @param routes all that hold are taken
 * @param leftOut the roles that are not told and cannot look, by what a reporter answered to "Is this about somebody who might
 *     see it?" (G10)
 * @param waves when many reports of one kind are shown and told of together
 * @param reports the roles told in person that a quarter's or year's report can be published; none for the main desk (G32)
 */
public record Routes(
        List<NamedDesk> desks,
        List<Route> routes,
        Map<String, List<String>> leftOut,
        Waves waves,
        List<String> reports) {
    /** The desk that must be there: it takes what has no other place. */
    private static final String MAIN = "main";

    /**
     * A channel that there can be.
     *
     * @param id by which it is chosen ("@Beadle desk low"), and named in a route
     * @param title as people read it
     */
    public record NamedDesk(String id, String title) {}

    /**
     * When many reports of one kind are a wave.
     *
     * @param moreThan so many that wait are alerted one by one; the next one begins a wave
     * @param within how long ago the first of these may have been reported
     * @param endsAfter a wave takes in no more once none came for so long
     */
    public record Waves(int moreThan, Span within, Span endsAfter) {
        public static final Waves USUAL =
                new Waves(5, new Span(10, Span.Unit.MINUTES), new Span(30, Span.Unit.MINUTES));
    }

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
        desks = List.copyOf(desks);
        leftOut = Map.copyOf(requireNonNullElse(leftOut, Map.of()));
        waves = requireNonNullElse(waves, Waves.USUAL);
        reports = List.copyOf(requireNonNullElse(reports, List.of()));
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

    public Optional<NamedDesk> desk(String id) {
        return desks.stream().filter(desk -> desk.id().equals(id)).findFirst();
    }

    /** What the schema cannot say. */
    static void check(Routes file, BiConsumer<String, String> mistake) {
        if (file.desk(MAIN).isEmpty()) {
            mistake.accept("/desks", "there is no desk called " + MAIN + ": what has no other place goes there");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < file.desks.size(); i++) {
            String id = file.desks.get(i).id();
            if (!seen.add(id)) {
                mistake.accept("/desks/" + i + "/id", id + " is there twice: give each its own id");
            }
        }
        Set<String> routes = new HashSet<>();
        for (int i = 0; i < file.routes.size(); i++) {
            Route route = file.routes.get(i);
            if (!routes.add(route.id())) {
                mistake.accept("/routes/" + i + "/id", route.id() + " is there twice: give each route its own id");
            }
            String desk = route.desk();
            if (desk != null && file.desk(desk).isEmpty()) {
                mistake.accept("/routes/" + i + "/desk", route.id() + " leads to a desk that is not listed: " + desk);
            }
        }
    }
}
