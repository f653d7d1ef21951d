package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type of incident that can be reported.
 *
 * @param id unique
 * @param title as the reporter and the desk read it; it never judges (G7)
 * @param group the {@link ReportTypes.Group} it is offered in
 * @param severity {@code low}, {@code medium} or {@code high}, the severity it starts with
 * @param recognise what a message says when it tells of such an incident, null if none does
 * @param steps the first is what must be answered before the report can be sent; what is missing of the others can follow
 * @param advice what the reporter should do now, in order: harmless steps only (G4)
 * @param flags by which a report of this type is routed, such as {@code restricted} (G10)
 */
public record ReportType(
        String id,
        String title,
        String group,
        String severity,
        @Nullable Recognise recognise,
        List<Step> steps,
        List<Advice> advice,
        Set<String> flags) {
    /** A message that has one of the events and one of the things tells of an incident of this type. */
    public record Recognise(List<String> events, List<String> things) {}

    /** What one card asks. */
    public record Step(String title, List<Question> questions) {
        /** Whether anything is asked, given the earlier answers. */
        public boolean isAsked(Map<String, String> answers) {
            return questions.stream().anyMatch(q -> q.isAsked(answers));
        }
    }

    /**
     * Something to do now.
     *
     * @param when only where an earlier answer makes it matter, null for always
     * @param clause what to look up in the council's own policies for the clause behind it, null for nothing
     */
    public record Advice(
            String text,
            Question.@Nullable Condition when,
            @Nullable String clause) {
        public boolean isGiven(Map<String, String> answers) {
            return when == null || when.holds(answers);
        }
    }

    /** A type that does not say how bad it is counts as high. */
    public ReportType {
        severity = requireNonNullElse(severity, "high");
        flags = flags == null ? Set.of() : Set.copyOf(flags);
    }

    /** The type without that question, and without a step that asks nothing else. */
    public ReportType without(String question) {
        List<Step> left = steps.stream()
                .map(step -> new Step(
                        step.title(),
                        step.questions().stream()
                                .filter(asked -> !asked.id().equals(question))
                                .toList()))
                .filter(step -> !step.questions().isEmpty())
                .toList();
        return new ReportType(id, title, group, severity, recognise, left, advice, flags);
    }

    /** What to do now, given the answers. */
    public List<Advice> advice(Map<String, String> answers) {
        return advice.stream().filter(a -> a.isGiven(answers)).toList();
    }

    public Stream<Question> questions() {
        return steps.stream().flatMap(s -> s.questions().stream());
    }

    public Optional<Question> question(String question) {
        return questions().filter(q -> q.id().equals(question)).findFirst();
    }
}
