package io.beadle.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of {@code knowledge/golden-questions.jsonl}. */
public record GoldenQuestion(JsonNode json) {
    public static List<GoldenQuestion> all() {
        try {
            return Files.readAllLines(Path.of("knowledge/golden-questions.jsonl")).stream()
                    .map(line -> new GoldenQuestion(JsonMapper.shared().readTree(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return json.at("/question").asString();
    }

    public boolean isAnswerable() {
        return json.at("/answerable").asBoolean();
    }

    /** Whether calibration may look at it; the others measure what came of it. */
    public boolean isFitted() {
        return json.at("/set").asString().equals("fit");
    }

    public boolean isAnsweredBy(Passage passage) {
        String text = plain(passage.text());
        Stream<String> quotes = json.at("/answer_quotes").valueStream().map(JsonNode::asString);
        Stream<String> others =
                json.path("alt").valueStream().map(other -> other.at("/quote").asString());
        return Stream.concat(quotes, others).map(GoldenQuestion::plain).anyMatch(text::contains);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
