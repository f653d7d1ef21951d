package io.beadle;

import static io.beadle.Markers.WORD;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Presses every button of a card, and of the cards that come of it; the same button once, whatever it is about. */
final class Pressing {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> LAST = Set.of("cancel", "drop", "refuse", "remove", "retire", "back", "present");

    private final Set<String> seen = new HashSet<>();
    private final Set<String> verbs = new TreeSet<>();
    private int left;

    /** @param most how often a button is pressed at all */
    Pressing(int most) {
        left = most;
    }

    /** The verbs of all buttons that were pressed. */
    Set<String> verbs() {
        return verbs;
    }

    /** A card with one button. */
    static JsonNode button(String verb, Map<String, ?> data) {
        return JSON.valueToTree(Map.of("type", "Action.Execute", "verb", verb, "data", data));
    }

    /** Each answer that came. */
    List<HttpResponse<String>> all(JsonNode card, Marked who, Map<String, Object> where) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        List<JsonNode> inputs =
                nodes(card).filter(node -> type(node).startsWith("Input.")).toList();
        nodes(card)
                .filter(node -> type(node).equals("Action.Execute") && isFor(who, node))
                .sorted(Comparator.comparing(Pressing::isLast))
                .forEach(action -> {
                    for (boolean well : new boolean[] {false, true}) {
                        if (left > 0 && seen.add(well + name(action) + where.get("conversationType") + who.part())) {
                            left--;
                            answers.addAll(press(action, inputs, well, who, where));
                        }
                    }
                });
        return answers;
    }

    private List<HttpResponse<String>> press(
            JsonNode action, List<JsonNode> inputs, boolean well, Marked who, Map<String, Object> where) {
        verbs.add(action.path("verb").asString(""));
        Map<String, Object> data = new HashMap<>();
        action.path("data").propertyStream().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        inputs.forEach(input -> data.put(input.path("id").asString(), well ? fitting(input) : WORD));
        HttpResponse<String> answer = who.executes(action.path("verb").asString(""), data, where);
        List<HttpResponse<String>> answers = new ArrayList<>(List.of(answer));
        answers.addAll(all(shown(answer), who, where));
        return answers;
    }

    private static JsonNode shown(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).path("value");
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private static String fitting(JsonNode input) {
        List<String> choices = input.path("choices")
                .valueStream()
                .map(choice -> choice.path("value").asString(""))
                .toList();
        String id = input.path("id").asString("");
        return switch (type(input)) {
            case "Input.ChoiceSet" -> choices.isEmpty() ? "" : choices.get(choices.size() / 2);
            case "Input.Date" -> "2026-11-20";
            case "Input.Time" -> "08:12";
            case "Input.Number" -> "2";
            case "Input.Toggle" -> "true";
            default -> id.contains("mail") ? WORD + "@example.org" : "With " + WORD + ", 01632 960555";
        };
    }

    /** What it is, without what it is about: of forty incidents one is opened, of thirty types one is reported. */
    private static String name(JsonNode action) {
        return action.path("verb").asString("")
                + action.path("data")
                        .propertyStream()
                        .filter(entry -> Set.of("what", "step", "naming", "format", "table")
                                .contains(entry.getKey()))
                        .map(entry -> entry.getKey() + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    /** An officer reports nothing: a telephone that they lost would take their rights away (G5). */
    private static boolean isFor(Marked who, JsonNode action) {
        return !who.part().equals("officer")
                || !action.path("verb").asString("").startsWith("report.");
    }

    private static boolean isLast(JsonNode action) {
        String verb = action.path("verb").asString("");
        return LAST.stream().anyMatch(verb::contains);
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    private static Stream<JsonNode> nodes(JsonNode of) {
        return Stream.concat(Stream.of(of), of.valueStream().flatMap(Pressing::nodes));
    }
}
