package io.beadle.content;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A card's template and its data, from one JSON object: it is drawn, or refused with a sentence. A value that looks like an
 * expression stays a value, in any template.
 */
public final class TemplateFuzz {
    private static final String SECRET = "not-to-be-drawn";
    private static final String KEY = "beadlesecret";

    private TemplateFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        bindsOnce(new String(input, StandardCharsets.UTF_8));
        try {
            if (JsonMapper.shared().readValue(input, Object.class) instanceof Map<?, ?> both
                    && both.get("template") instanceof Map<?, ?> template
                    && both.get("data") instanceof Map<?, ?> data) {
                new CardTemplate(copy(template)).render(copy(data));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            // said in a sentence
        }
    }

    private static void bindsOnce(String value) {
        CardTemplate template = new CardTemplate(Map.of(
                "whole",
                "${value}",
                "part",
                "a ${value} b",
                "items",
                List.of(Map.of("$data", "${list}", "t", "${$data}"))));
        Map<String, Object> drawn = template.render(Map.of("value", value, "list", List.of(value, value), KEY, SECRET));
        if (!Objects.equals(drawn.get("whole"), value)
                || !Objects.equals(drawn.get("part"), "a " + value + " b")
                || (drawn.toString().contains(SECRET) && !value.contains(SECRET))) {
            throw new AssertionError("A value was bound again: " + drawn);
        }
    }

    private static Map<String, Object> copy(Map<?, ?> tree) {
        Map<String, Object> copy = new HashMap<>();
        tree.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
