package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * A type of incident that can be reported.
 *
 * @param id unique
 * @param title as the reporter and the desk read it; it never judges (G7)
 * @param severity {@code low}, {@code medium} or {@code high}, the severity it starts with
 * @param acknowledge how soon two people must have acknowledged it, such as {@code 15m} or {@code 4h}
 * @param recognise what a message says when it tells of such an incident, null if none does
 * @param advice what the reporter should do now, in order: harmless steps only (G4)
 */
public record ReportType(
        String id,
        String title,
        String severity,
        @Nullable String acknowledge,
        @Nullable Recognise recognise,
        List<Step> steps,
        List<String> advice) {
    /** A message that has one of the events and one of the things tells of an incident of this type. */
    public record Recognise(List<String> events, List<String> things) {}

    /** What one card asks. */
    public record Step(String title, List<Question> questions) {
        /** Whether anything is asked, given the earlier answers. */
        public boolean isAsked(Map<String, String> answers) {
            return questions.stream().anyMatch(q -> q.isAsked(answers));
        }
    }

    /** A type that does not say how bad it is counts as high. */
    public ReportType {
        severity = requireNonNullElse(severity, "high");
    }

    public Duration timeToAcknowledge() {
        return acknowledge == null ? Duration.ofMinutes(15) : DurationStyle.SIMPLE.parse(acknowledge);
    }

    public Stream<Question> questions() {
        return steps.stream().flatMap(s -> s.questions().stream());
    }

    public Optional<Question> question(String question) {
        return questions().filter(q -> q.id().equals(question)).findFirst();
    }
}
