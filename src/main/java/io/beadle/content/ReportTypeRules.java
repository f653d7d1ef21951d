package io.beadle.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a schema cannot say of report types. */
final class ReportTypeRules {
    /** What every report must end up with (template policy, section 14.1.1; G1, G2, G5), by question id. */
    static final List<String> EXPECTED =
            List.of("danger", "personal-data", "happened", "noticed", "where", "circumstances", "contact");

    private final Consumer<String> report;

    ReportTypeRules(Consumer<String> report) {
        this.report = report;
    }

    void check(ReportTypes types) {
        Set<String> ids = new HashSet<>();
        for (ReportType type : types.types()) {
            if (!ids.add(type.id())) {
                report.accept("type " + type.id() + " is there twice: give each its own id");
            }
            check(type);
        }
    }

    private void check(ReportType type) {
        List<String> earlier = new ArrayList<>();
        for (ReportType.Step step : type.steps()) {
            for (Question question : step.questions()) {
                check(type.id() + "/" + question.id(), question, earlier, type);
            }
            step.questions().forEach(q -> earlier.add(q.id()));
        }
        Set<String> ids = new HashSet<>();
        for (String id : earlier) {
            if (!ids.add(id)) {
                report.accept(type.id() + "/" + id + " is asked twice: give each question its own id");
            }
        }
        EXPECTED.stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> report.accept(type.id() + " does not ask \"" + id
                        + "\": every report must (put it in, or rename the question that asks it)"));
    }

    private void check(String name, Question question, List<String> earlier, ReportType type) {
        if (question.kind() == Question.Kind.CHOICE && question.choices().isEmpty()) {
            report.accept(name + " is a choice without choices: list them under \"choices\"");
        }
        if (question.alert() != null && question.kind().isTyped()) {
            report.accept(name + " is typed text and has \"alert\": typed text never goes to a channel; leave it out");
        }
        Question.Condition when = question.when();
        if (when != null) {
            if (!earlier.contains(when.question())) {
                report.accept(name + " depends on \"" + when.question() + "\", which no earlier step asks");
            }
            type.question(when.question()).ifPresent(asked -> checkValues(name + " \"when\"", asked, when.is()));
        }
        checkValues(
                name + " \"raises\"", question, List.copyOf(question.raises().keySet()));
        checkValues(name + " \"danger\"", question, question.danger());
    }

    private void checkValues(String where, Question asked, List<String> values) {
        for (String value : values) {
            if (asked.choice(value).isEmpty()) {
                report.accept(where + " names \"" + value + "\", which is no answer to " + asked.id() + ": use one of "
                        + asked.choices().stream().map(Question.Choice::id).toList());
            }
        }
    }
}
