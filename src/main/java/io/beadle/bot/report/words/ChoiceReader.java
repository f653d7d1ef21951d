package io.beadle.bot.report.words;

import io.beadle.content.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads which choice of a question was said, by the words the content gives to each. Of words that overlap the longest
 * count, "my own phone" before "phone"; what is denied or doubted right before the words is not said.
 */
final class ChoiceReader {
    private static final Pattern DENIED = Pattern.compile(
            "(?:\\b(?:not|no|never|without|isn't|wasn't|aren't|weren't|isnt|wasnt)|\\b(?:if|whether) (?:it|they)"
                    + " (?:is|was|were|are|had|has))(?: (?:my|the|a|an|any|been|it|yet|fully|properly|even))? $",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, Pattern> words = new LinkedHashMap<>();

    private record Said(String choice, int start, int end) {
        boolean isWithin(Said other) {
            return other.start <= start && other.end >= end && other.end - other.start > end - start;
        }
    }

    ChoiceReader(Question question) {
        question.choices().stream()
                .filter(choice -> !choice.words().isEmpty())
                .forEach(choice -> words.put(choice.id(), any(choice.words())));
    }

    /** The choice that was said; empty where none was, or more than one. */
    Optional<String> read(String text) {
        List<Said> all = new ArrayList<>();
        words.forEach((choice, said) -> said.matcher(text)
                .results()
                .map(found -> new Said(choice, found.start(), found.end()))
                .forEach(all::add));
        List<String> chosen = all.stream()
                .filter(said -> all.stream().noneMatch(said::isWithin))
                .filter(said -> !isDenied(text, said.start()))
                .map(Said::choice)
                .distinct()
                .toList();
        return chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty();
    }

    private static boolean isDenied(String text, int at) {
        return DENIED.matcher(text.substring(Math.max(0, at - 40), at)).find();
    }

    /** Any of the words as a whole word, in the plural too. */
    private static Pattern any(List<String> words) {
        return Pattern.compile(
                words.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")(?:s|'s)?\\b")),
                Pattern.CASE_INSENSITIVE);
    }
}
