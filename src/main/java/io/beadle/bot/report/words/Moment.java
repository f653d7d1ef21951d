package io.beadle.bot.report.words;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When something was, no more exactly than it was said.
 *
 * @param tap {@code now}, {@code morning}, {@code yesterday}, or {@code other} with a date
 * @param date the earliest day that may be meant, null but for {@code other}
 * @param time null if none was said
 */
record Moment(
        String tap, @Nullable LocalDate date, @Nullable LocalTime time) {
    static final Moment NOW = new Moment("now", null, null);

    /** As a card sends the answer to that question. */
    Map<String, String> answers(String question) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(question, tap);
        if (date != null) {
            answers.put(question + "-date", date.toString());
        }
        if (time != null) {
            answers.put(question + "-time", time.toString());
        }
        return answers;
    }
}
