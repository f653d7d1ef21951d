package io.beadle.content;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Where alerts go, from {@code bot/routes.yaml}.
 *
 * @param desks the channels there can be, {@value #MAIN} among them
 */
public record Routes(List<NamedDesk> desks) {
    /** The desk that must be there: it takes what has no other place. */
    private static final String MAIN = "main";

    public Routes {
        desks = List.copyOf(desks);
    }

    /**
     * A channel that there can be.
     *
     * @param id by which it is chosen ("@Beadle desk low"), and named in a route
     * @param title as people read it
     */
    public record NamedDesk(String id, String title) {}

    public Optional<NamedDesk> desk(String id) {
        return desks.stream().filter(desk -> desk.id().equals(id)).findFirst();
    }

    /** What the schema cannot say. */
    static void check(Routes routes, BiConsumer<String, String> mistake) {
        if (routes.desk(MAIN).isEmpty()) {
            mistake.accept("/desks", "there is no desk called " + MAIN + ": what has no other place goes there");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < routes.desks.size(); i++) {
            String id = routes.desks.get(i).id();
            if (!seen.add(id)) {
                mistake.accept("/desks/" + i + "/id", id + " is there twice: give each its own id");
            }
        }
    }
}
