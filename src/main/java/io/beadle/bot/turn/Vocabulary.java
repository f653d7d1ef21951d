package io.beadle.bot.turn;

import io.beadle.content.Question;
import io.beadle.content.ReportType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words by which one report type is recognised, made ready to be looked for. */
final class Vocabulary {
    private final ReportType type;
    private final @Nullable Pattern events;
    private final @Nullable Pattern things;
    private final Map<Question, Map<String, Pattern>> choices = new LinkedHashMap<>();

    Vocabulary(ReportType type) {
        this.type = type;
        ReportType.Recognise recognise = type.recognise();
        events = recognise == null ? null : any(recognise.events());
        things = recognise == null ? null : any(recognise.things());
        type.questions().forEach(question -> {
            Map<String, Pattern> words = new LinkedHashMap<>();
            question.choices().stream()
                    .filter(choice -> !choice.words().isEmpty())
                    .forEach(choice -> words.put(choice.id(), any(choice.words())));
            choices.put(question, words);
        });
    }

    ReportType type() {
        return type;
    }

    /** Whether the text tells of such an event. */
    boolean tellsOf(String text) {
        return has(events, text) && has(things, text);
    }

    /** Whether the text names such a thing. */
    boolean names(String text) {
        return has(things, text);
    }

    /** The choices whose words were said, by question, where they leave no doubt. */
    Map<String, String> said(String text) {
        Map<String, String> said = new LinkedHashMap<>();
        choices.forEach((question, words) -> {
            List<String> chosen = words.entrySet().stream()
                    .filter(choice -> has(choice.getValue(), text))
                    .map(Map.Entry::getKey)
                    .toList();
            if (chosen.size() == 1) {
                said.put(question.id(), chosen.getFirst());
            }
        });
        return said;
    }

    private static boolean has(@Nullable Pattern words, String text) {
        return words != null && words.matcher(text).find();
    }

    /** Any of the words as a whole word, in the plural too; none at all matches nothing. */
    private static Pattern any(List<String> words) {
        return Pattern.compile(
                words.isEmpty()
                        ? "(?!)"
                        : words.stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "\\b(?:", ")(?:s|'s)?\\b")));
    }
}
