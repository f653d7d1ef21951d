package io.beadle.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ids of a report card's inputs: the question's id, marked so that none can pass for a part of the action. */
final class InputIds {
    private static final String MARK = "answer-";

    /** More than any question takes; a client sends more only if somebody made it. */
    private static final int LONGEST = 5_000;

    private static final int MOST = 100;

    private InputIds() {}

    static String of(String answer) {
        return MARK + answer;
    }

    /** The inputs' values by answer; an empty one too, because a field may have been emptied. */
    static Map<String, String> answers(Map<?, ?> data) {
        Map<String, String> answers = new LinkedHashMap<>();
        data.forEach((key, value) -> {
            if (key instanceof String id && id.startsWith(MARK) && answers.size() < MOST) {
                given(value).ifPresent(given -> answers.put(id.substring(MARK.length()), cut(TypedText.of(given))));
            }
        });
        return answers;
    }

    /** A field for a number comes as one from some clients, as text from others. */
    private static Optional<String> given(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(value.toString());
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static String cut(String answer) {
        if (answer.length() <= LONGEST) {
            return answer;
        }
        return answer.substring(0, Character.isHighSurrogate(answer.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
