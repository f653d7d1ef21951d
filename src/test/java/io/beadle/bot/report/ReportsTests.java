package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.content.ReportType;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTests {
    private final Reports reports = Story.reports();
    private final ReportType lost = Story.CARDS.type("lost-device");

    @Test
    void answersReadAsPeopleReadThem() {
        Report report = report(Map.of("asset-tag", ""));
        assertThat(shown(report, "what")).isEqualTo("Work phone");
        assertThat(shown(report, "personal-data")).isEqualTo("Yes");
        assertThat(shown(report, "happened")).isEqualTo("08:12 on Saturday 21 November 2026");
        assertThat(shown(report, "asset-tag")).isEqualTo("Not given yet");
        assertThat(shown(report, "categories"))
                .isEqualTo("Health, disability or social care, Bank details, benefits or debts");
        assertThat(shown(report, "where")).isEqualTo("The 08:12 train");
        assertThat(report.answer("happened").map(Answer::value)).contains("2026-11-21T08:12:00Z");
    }

    @Test
    void answersStandInTheOrderAsked() {
        assertThat(report(Map.of()).answers())
                .extracting(Answer::question)
                .containsExactly(
                        "danger",
                        "what",
                        "where",
                        "happened",
                        "personal-data",
                        "locked",
                        "how",
                        "noticed",
                        "people",
                        "categories",
                        "where-now",
                        "system",
                        "asset-tag",
                        "circumstances",
                        "contact");
    }

    @Test
    void noTypedAnswerAlerts() {
        assertThat(report(Map.of()).answers())
                .filteredOn(Answer::alerts)
                .extracting(Answer::question)
                .doesNotContain("where", "asset-tag", "circumstances", "contact");
    }

    @ParameterizedTest
    @CsvSource({"no, no, MEDIUM", "no, unsure, MEDIUM", "no, yes, HIGH", "yes, no, HIGH", "unsure, no, HIGH"})
    void severityIsRaisedByAnswersAndNeverLowered(String danger, String personalData, Severity severity) {
        Report report = report(Map.of("danger", danger, "personal-data", personalData));
        assertThat(reports.severity(report, lost)).isEqualTo(severity);
    }

    private static String shown(Report report, String question) {
        return report.answer(question).map(Answer::shown).orElseThrow();
    }

    private Report report(Map<String, String> other) {
        Map<String, String> answers = new HashMap<>();
        Story.ANSWERS.forEach(answers::putAll);
        answers.putAll(other);
        Draft draft = Draft.begin("d", Story.PAT, lost.id(), answers, TestCards.SATURDAY);
        return reports.of(draft, lost, TestCards.SATURDAY);
    }
}
