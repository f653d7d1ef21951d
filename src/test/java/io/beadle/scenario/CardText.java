package io.beadle.scenario;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A card or message as somebody reads it: its lines from top to bottom, and its buttons. */
final class CardText {
    /** How a story gives a time of its own. */
    static final String MOMENT = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d";

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.UK);

    private CardText() {}

    /** What an activity or an answered card shows. */
    static List<String> lines(JsonNode shown) {
        if (shown.isString()) {
            return lines(shown.asString());
        }
        JsonNode card = shown.at("/attachments/0/content");
        List<String> lines = new ArrayList<>(lines(shown.path("text").asString("")));
        add(card.isMissingNode() ? shown : card, lines);
        return List.copyOf(lines);
    }

    private static List<String> lines(String text) {
        return text.lines().map(CardText::plain).filter(line -> !line.isBlank()).toList();
    }

    private static void add(JsonNode element, List<String> lines) {
        switch (element.path("type").asString("")) {
            case "TextBlock" -> lines.addAll(lines(element.path("text").asString("")));
            case "RichTextBlock" ->
                lines.addAll(lines(element.path("inlines")
                        .valueStream()
                        .map(run -> run.isString()
                                ? run.asString()
                                : run.path("text").asString(""))
                        .reduce("", String::concat)));
            case "FactSet" ->
                element.path("facts")
                        .forEach(fact -> lines.add(plain(fact.path("title").asString() + ": "
                                + fact.path("value").asString())));
            case "ActionSet" -> buttons(element.path("actions")).forEach(lines::add);
            case "ColumnSet" -> element.path("columns").forEach(column -> add(column, lines));
            case "Container" -> {
                if (isAnswer(element.path("items"))) {
                    lines.add(answer(element.path("items")));
                } else {
                    element.path("items").forEach(child -> add(child, lines));
                }
            }
            default -> {
                if (element.path("type").asString("").startsWith("Input.")) {
                    lines.add("(to fill in) " + plain(label(element)));
                }
                Stream.of("body", "items").forEach(part -> element.path(part).forEach(child -> add(child, lines)));
                buttons(element.path("actions")).forEach(lines::add);
            }
        }
    }

    /** What was asked, above what was answered. */
    private static boolean isAnswer(JsonNode items) {
        return items.size() == 2
                && items.path(0).path("type").asString("").equals("TextBlock")
                && items.path(1).path("type").asString("").equals("RichTextBlock");
    }

    private static String answer(JsonNode items) {
        String asked = plain(items.path(0).path("text").asString());
        List<String> answer = new ArrayList<>();
        add(items.path(1), answer);
        return asked + (asked.endsWith("?") ? " " : ": ") + String.join(" ", answer);
    }

    private static Stream<String> buttons(JsonNode actions) {
        String row = actions.valueStream()
                .map(action -> "[" + action.path("title").asString() + "]")
                .reduce("", (before, button) -> before.isEmpty() ? button : before + " " + button);
        return row.isEmpty() ? Stream.empty() : Stream.of(row);
    }

    /** Every input of a form, in order. */
    static List<JsonNode> inputs(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        if (node.path("type").asString("").startsWith("Input.")) {
            found.add(node);
        }
        node.forEach(child -> found.addAll(inputs(child)));
        return found;
    }

    static String label(JsonNode input) {
        return input.path("label").asString(input.path("title").asString(""));
    }

    /** What was filled in, as whoever filled it in read it: the words of the choices. */
    static String given(JsonNode input, String value) {
        if (value.matches(MOMENT)) {
            return WRITTEN.format(LocalDateTime.parse(value.replace(' ', 'T')));
        }
        List<String> shown = Stream.of(value.split(",", -1))
                .map(one -> input.path("choices")
                        .valueStream()
                        .filter(choice -> choice.path("value").asString().equals(one))
                        .map(choice -> choice.path("title").asString())
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return shown.isEmpty() ? value : String.join("; ", shown);
    }

    private static String plain(String text) {
        return text.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replace("**", "")
                .replaceAll("\\\\(\\p{Punct})", "$1")
                .strip();
    }
}
