package io.beadle.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An Adaptive Card ready to be sent.
 *
 * @param json the card as a tree
 * @param summary what a notification shows of it; holds chosen values only (G11)
 */
public record Card(Map<String, Object> json, String summary) {
    /** The same card, with this in the data of each of its actions. */
    public Card carrying(String key, String value) {
        Map<String, Object> carrying = new HashMap<>();
        json.forEach((name, part) -> carrying.put(name, carrying(part, key, value)));
        return new Card(carrying, summary);
    }

    private static Object carrying(Object part, String key, String value) {
        if (part instanceof List<?> list) {
            return list.stream().map(item -> carrying(item, key, value)).toList();
        }
        if (!(part instanceof Map<?, ?> map)) {
            return part;
        }
        boolean acts = "Action.Execute".equals(map.get("type")) || "Action.Submit".equals(map.get("type"));
        Map<Object, Object> copy = new HashMap<>();
        map.forEach((name, child) -> copy.put(name, carrying(child, key, value)));
        if (acts && map.get("data") instanceof Map<?, ?> data) {
            Map<Object, Object> more = new HashMap<>(data);
            more.put(key, value);
            copy.put("data", more);
        }
        return copy;
    }
}
