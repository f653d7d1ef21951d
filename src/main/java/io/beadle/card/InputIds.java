package io.beadle.card;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids of a report card's inputs: the question's id, marked so that none can pass for a part of the action. */
final class InputIds {
    private static final String MARK = "answer-";

    private InputIds() {}

    static String of(String answer) {
        return MARK + answer;
    }

    /** The inputs' values by answer; an empty one too, because a field may have been emptied. */
    static Map<String, String> answers(Map<?, ?> data) {
        Map<String, String> answers = new LinkedHashMap<>();
        data.forEach((key, value) -> {
            if (key instanceof String id && id.startsWith(MARK) && value != null) {
                answers.put(id.substring(MARK.length()), value.toString().strip());
            }
        });
        return answers;
    }
}
