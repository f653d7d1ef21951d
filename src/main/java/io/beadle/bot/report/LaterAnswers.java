package io.beadle.bot.report;

import io.beadle.card.MyReportCards;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Report;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.Statement;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers given after the report: held against the rules of the dialogue, and what follows from them. */
@Component
final class LaterAnswers {
    private final AnswerRules rules;
    private final Reports reports;
    private final Messages messages;

    LaterAnswers(AnswerRules rules, Reports reports, Messages messages) {
        this.rules = rules;
        this.reports = reports;
        this.messages = messages;
    }

    /** What a field shows before it is changed: a chosen or typed value; a moment is given anew. Nothing while held (G5). */
    Map<String, String> shown(Incident incident, Question question) {
        return incident.isHeld() || question.kind() == Question.Kind.MOMENT
                ? Map.of()
                : incident.current(question.id())
                        .map(answer -> Map.of(question.id(), answer.value()))
                        .orElse(Map.of());
    }

    /** What is wrong with a text of one's own words; empty when all is well. */
    Map<String, String> problems(String text) {
        if (text.isEmpty()) {
            return Map.of(MyReportCards.TEXT, messages.text("problem.required"));
        }
        return text.length() > MyReportCards.LONGEST
                ? Map.of(MyReportCards.TEXT, messages.text("problem.long", text.length(), MyReportCards.LONGEST))
                : Map.of();
    }

    /** Of the questions, those to which something was sent: the others stay open. */
    List<Question> answered(List<Question> questions, Map<String, String> sent) {
        return questions.stream()
                .filter(question -> !AnswerRules.isEmpty(question, sent))
                .toList();
    }

    /** What is wrong with what was sent, by question; empty when all is well. */
    Map<String, String> problems(Incident incident, List<Question> questions, Map<String, String> sent, Instant now) {
        Map<String, String> all = values(incident);
        // what was answered before does not stand in for what is asked now
        questions.stream().flatMap(AnswerRules::keys).forEach(all::remove);
        all.putAll(AnswerRules.kept(questions, sent, all, now));
        return rules.problems(questions, all, now);
    }

    /** The answers, with what they leave open and how bad it is by all that was said. */
    Said said(
            Incident incident,
            ReportType type,
            List<Question> questions,
            Map<String, String> sent,
            String key,
            Person by,
            Instant now) {
        Map<String, String> values = values(incident);
        Map<String, String> kept = AnswerRules.kept(questions, sent, values, now);
        List<Answer> answers = questions.stream()
                .map(question -> reports.answer(question, kept))
                .toList();
        answers.forEach(answer -> values.put(answer.question(), answer.value()));
        return new Said.Answered(key, answers, missing(type, values), severity(incident, type, answers), by);
    }

    /** The required questions that are asked, given the answers, and that nobody has answered. */
    static List<String> missing(ReportType type, Map<String, String> values) {
        return AnswerRules.missing(type, values).stream().map(Question::id).toList();
    }

    private Severity severity(Incident incident, ReportType type, List<Answer> more) {
        Map<String, Answer> all = new LinkedHashMap<>();
        Stream.concat(incident.answers().stream(), more.stream()).forEach(answer -> all.put(answer.question(), answer));
        Report first = incident.report();
        return reports.severity(
                new Report(
                        first.type(),
                        first.title(),
                        first.reporter(),
                        first.happened(),
                        first.noticed(),
                        first.reported(),
                        List.copyOf(all.values())),
                type);
    }

    /** What was answered so far, also where it is held: the reporter has answered it. */
    private static Map<String, String> values(Incident incident) {
        Map<String, String> values = new HashMap<>(incident.report().values());
        for (Statement said : incident.statements()) {
            Answer answer = said.answer();
            if (answer != null) {
                values.put(answer.question(), answer.value());
            }
        }
        return values;
    }
}
