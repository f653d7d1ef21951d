package io.beadle.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a chain keeps watch over, as it is at one moment; values as {@link Digest} takes them.
 *
 * @param parts what is only ever added to, by name
 * @param rest what changes
 */
public record Content(Map<String, Object> parts, Map<String, Object> rest) {
    public Content {
        parts = new LinkedHashMap<>(parts);
        rest = Map.copyOf(rest);
    }

    String digest(String salt) {
        return Digest.of(salt, parts, rest);
    }

    /** Of those of the parts that are there: a missing one makes it another digest. */
    String digest(String salt, List<String> names) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        names.stream().filter(parts::containsKey).forEach(name -> chosen.put(name, parts.get(name)));
        return Digest.of(salt, chosen);
    }

    /** The names of the parts that another has, and this has not, or has otherwise. */
    List<String> unlike(Content other) {
        List<String> unlike = new ArrayList<>();
        other.parts.forEach((name, part) -> {
            Object mine = parts.get(name);
            if (mine == null || !Digest.of(mine).equals(Digest.of(part))) {
                unlike.add(name);
            }
        });
        return unlike;
    }

    /** Nothing of what it holds. */
    @Override
    public String toString() {
        return "Content[" + parts.size() + "]";
    }
}
