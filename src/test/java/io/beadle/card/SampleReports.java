package io.beadle.card;

import static java.util.stream.Collectors.joining;

import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A phone left on a train, as its reporter tells it, and the same told by somebody who means harm. */
final class SampleReports {
    static final Person PAT = new Person("pat", "Pat Reporter");
    static final Person ALEX = new Person("alex", "Alex Marsh");
    static final Person SAM = new Person("sam", "Sam Oyelaran");

    /** In every typed field of the hostile report, and in nothing else. */
    static final String MARK = "**bold** _it_ [link](https://evil.example) <at>all</at> \"quoted\" {x} ${draft}";

    private static final String HOSTILE = MARK + " \uD83D\uDE80 \u202E\u05E9\u05DC\u05D5\u05DD\u202C 'a' \\ \u0000 ";

    private SampleReports() {}

    static Map<String, String> phone() {
        Map<String, String> answers = new HashMap<>(Map.of(
                "danger", "no",
                "what", "phone",
                "personal-data", "yes",
                "where", "The 08:12 train to Aldermere",
                "happened-date", "2026-11-21",
                "happened-time", "08:12",
                "noticed-date", "2026-11-21",
                "noticed-time", "09:00",
                "locked", "encrypted",
                "people", "tens"));
        answers.put("how", "lost");
        answers.put("categories", "health,money");
        answers.put("where-now", "Perhaps at the depot");
        answers.put("system", "E-mail and the housing system");
        answers.put("asset-tag", "not known");
        answers.put("circumstances", "I left it on the seat beside me.\nThe guard has been told.");
        answers.put("contact", "01632 960123");
        return answers;
    }

    static Map<String, String> dangerous() {
        Map<String, String> answers = phone();
        answers.put("danger", "yes");
        return answers;
    }

    static Map<String, String> hostile() {
        Map<String, String> answers = dangerous();
        answers.put("where", HOSTILE);
        answers.put("asset-tag", MARK);
        answers.put("contact", MARK);
        answers.put("circumstances", HOSTILE.repeat(60).substring(0, 4000));
        return answers;
    }

    static Draft draft(ReportType type, Map<String, String> answers, int step) {
        return Draft.begin("0b6e9a52-6a4c-4f0a-9d5e-5f2b6f6f3c11", PAT, type.id(), answers, TestCards.SATURDAY)
                .at(step, TestCards.SATURDAY);
    }

    static Incident incident(ReportType type, Map<String, String> answers, Severity severity) {
        Report report =
                new Report(type.id(), type.title(), PAT, null, null, TestCards.SATURDAY, answers(type, answers));
        Duration time = severity == Severity.HIGH ? Duration.ofMinutes(15) : Duration.ofHours(1);
        return Incident.reported("INC-2026-0001", "draft", report, severity, time);
    }

    static List<Answer> answers(ReportType type, Map<String, String> given) {
        return type.questions()
                .filter(question -> question.isAsked(given))
                .map(question -> new Answer(
                        question.id(),
                        question.ask(),
                        given.getOrDefault(question.id(), ""),
                        shown(question, given),
                        question.alert() != null))
                .toList();
    }

    private static String shown(Question question, Map<String, String> given) {
        if (question.kind() == Question.Kind.MOMENT) {
            LocalDateTime local =
                    LocalDateTime.parse(given.get(question.id() + "-date") + "T" + given.get(question.id() + "-time"));
            return new WrittenTime(TestCards.LONDON)
                    .inFull(local.atZone(TestCards.LONDON).toInstant());
        }
        String value = given.getOrDefault(question.id(), "");
        String chosen = Question.chosen(value)
                .flatMap(id -> question.choice(id).stream())
                .map(Question.Choice::label)
                .collect(joining(", "));
        return !chosen.isEmpty() ? chosen : value.isEmpty() ? "Not given" : value;
    }
}
