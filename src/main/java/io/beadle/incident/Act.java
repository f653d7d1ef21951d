package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;

/**
 * Something that somebody in a role did about an incident. Acts are only ever added.
 *
 * @param key names what was pressed: what is pressed twice is done once
 * @param act the act's id in {@code bot/acts.yaml}
 * @param answers what was filled in, in the order asked; of a choice of what it is about, the question is {@link #ABOUT}
 */
public record Act(String key, String act, Instant at, Person by, List<Answer> answers) {
    /** The field that names the duty, or the key of the act, that an act is about. */
    public static final String ABOUT = "about";

    public Act {
        answers = List.copyOf(answers);
    }

    /** What a field was filled in with; empty if it was not. */
    public String value(String field) {
        return answers.stream()
                .filter(answer -> answer.question().equals(field))
                .map(Answer::value)
                .findFirst()
                .orElse("");
    }

    /** The act's id alone: what was filled in never reaches a log. */
    @Override
    public String toString() {
        return "Act[" + act + "]";
    }
}
