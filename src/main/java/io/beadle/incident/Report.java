package io.beadle.incident;

import static java.util.stream.Collectors.toMap;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter told us, never changed afterwards.
 *
 * @param type the incident type's id in {@code bot/report-types.yaml}
 * @param title the incident type as people read it
 * @param happened when it happened, if the reporter said so (G2)
 * @param noticed when somebody working for the council first noticed it, if the reporter said so (G2)
 * @param reported when Beadle accepted the report (G2)
 * @param answers in the order in which they were asked
 */
public record Report(
        String type,
        String title,
        Reporter reporter,
        @Nullable Instant happened,
        @Nullable Instant noticed,
        Instant reported,
        List<Answer> answers) {
    public Report {
        answers = List.copyOf(answers);
    }

    /** By somebody who gives their name. */
    public Report(
            String type,
            String title,
            Person reporter,
            @Nullable Instant happened,
            @Nullable Instant noticed,
            Instant reported,
            List<Answer> answers) {
        this(type, title, new Reporter.Named(reporter), happened, noticed, reported, answers);
    }

    /** The same by this reporter, with more answers. */
    public Report by(Reporter other, List<Answer> more) {
        List<Answer> all = Stream.concat(answers.stream(), more.stream()).toList();
        return new Report(type, title, other, happened, noticed, reported, all);
    }

    public Optional<Answer> answer(String question) {
        return answers.stream().filter(a -> a.question().equals(question)).findFirst();
    }

    /** What was answered, by question. */
    public Map<String, String> values() {
        return answers.stream().collect(toMap(Answer::question, Answer::value));
    }

    @Override
    public String toString() {
        return "Report[" + type + "]";
    }
}
