package io.beadle.bot.report;

import static java.util.stream.Collectors.joining;

import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Report;
import io.beadle.incident.Reporter;
import io.beadle.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the report out of a draft: what was asked, what was answered, how bad it is to begin with. */
@Component
public final class Reports {

    private final AnswerRules rules;
    private final Moments moments;
    private final Messages messages;

    Reports(AnswerRules rules, Moments moments, Messages messages) {
        this.rules = rules;
        this.moments = moments;
        this.messages = messages;
    }

    Report of(Draft draft, ReportType type, Instant reported) {
        Map<String, String> given = draft.answers();
        return new Report(
                type.id(),
                type.title(),
                new Reporter.Named(draft.reporter()),
                rules.happened(given).orElse(null),
                rules.noticed(given).orElse(null),
                reported,
                answers(draft, type),
                draft.onBehalfOf());
    }

    /** Every question asked, in order, with its answer as people read it. */
    List<Answer> answers(Draft draft, ReportType type) {
        return type.questions()
                .filter(question -> question.isAsked(draft.answers()))
                .map(question -> answer(question, draft.answers()))
                .toList();
    }

    /** The type's own severity, raised by what was answered; danger to a person makes it high (G1). */
    Severity severity(Report report, ReportType type) {
        Severity severity = severity(type.severity());
        for (Answer answer : report.answers()) {
            Map<String, String> raises =
                    type.question(answer.question()).map(Question::raises).orElse(Map.of());
            severity = Question.chosen(answer.value())
                    .flatMap(chosen -> Stream.ofNullable(raises.get(chosen)))
                    .map(Reports::severity)
                    .reduce(severity, Severity::atLeast);
        }
        return severity;
    }

    /** One question with its answer. */
    public Answer answer(Question question, Map<String, String> given) {
        boolean moment = question.kind() == Question.Kind.MOMENT;
        Optional<Moments.Span> span = moment ? moments.of(question.id(), given) : Optional.empty();
        String value = moment
                ? span.map(said -> said.earliest().toString()).orElse("")
                : given.getOrDefault(question.id(), "");
        String shown = span.map(Moments.Span::shown).orElseGet(() -> shown(question, value));
        return new Answer(question.id(), question.ask(), value, shown, alerts(question));
    }

    private String shown(Question question, String value) {
        if (value.isEmpty()) {
            return messages.text(question.required() ? "report.missing" : "report.unanswered");
        }
        return switch (question.kind()) {
            case CHOICE, YES_NO_UNSURE -> label(question, value);
            case CHOICES ->
                Question.chosen(value).map(id -> label(question, id)).collect(joining(", "));
            case MOMENT, TEXT, LONG_TEXT, PHONE, NUMBER, DATE, PERSON -> value;
        };
    }

    private static String label(Question question, String id) {
        return question.choice(id).map(Question.Choice::label).orElse(id);
    }

    private static boolean alerts(Question question) {
        return question.alert() != null && !question.kind().isTyped();
    }

    private static Severity severity(String name) {
        return Severity.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
