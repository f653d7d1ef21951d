package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.beadle.card.TestCards;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRulesTests {
    private final AnswerRules rules = Story.rules();
    private final ReportType lost = Story.CARDS.type("lost-device");

    @Test
    void goodAnswersHaveNoProblems() {
        for (int step = 0; step < lost.steps().size(); step++) {
            Map<String, String> answers = new HashMap<>(Map.of("personal-data", "yes", "how", "lost"));
            answers.putAll(Story.ANSWERS.get(step));
            assertThat(problems(step, answers)).isEmpty();
        }
    }

    @Test
    void everyRequiredAnswerMustBeGivenAndNoOther() {
        assertThat(problems(0, Map.of())).containsOnlyKeys("danger", "what", "where", "happened");
        assertThat(problems(1, Map.of())).containsOnlyKeys("personal-data", "locked", "how", "noticed");
        assertThat(problems(2, Map.of())).containsOnlyKeys("where-now", "system", "asset-tag");
        assertThat(problems(2, Map.of("personal-data", "unsure")))
                .containsOnlyKeys("people", "categories", "where-now", "system", "asset-tag");
        assertThat(problems(3, Map.of("how", "stolen"))).containsOnlyKeys("circumstances", "contact");
    }

    @Test
    void aChoiceMustBeOneOfThoseOffered() {
        Map<String, String> answers = new HashMap<>(Story.ANSWERS.get(0));
        answers.put("danger", "perhaps");
        assertThat(problems(0, answers)).isEqualTo(Map.of("danger", "Please choose one of the answers."));
        Map<String, String> several = new HashMap<>(Story.ANSWERS.get(2));
        several.putAll(Map.of("personal-data", "yes", "categories", "health,gossip"));
        assertThat(problems(2, several)).isEqualTo(Map.of("categories", "Please choose one of the answers."));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 14:17, ''",
        "2026-11-21, 14:18, This is in the future. Please check the date and time.",
        "2027-01-01, 00:00, This is in the future. Please check the date and time.",
        "'', 09:00, 'Please give a date, such as 21/11/2026, and a time if you know it, such as 08:30.'",
        "2026-11-21, '', ''",
        "2026-11-22, '', This is in the future. Please check the date and time.",
        "21/11/2026, 09:00, 'Please give a date, such as 21/11/2026, and a time if you know it, such as 08:30.'",
        "2026-02-30, 09:00, 'Please give a date, such as 21/11/2026, and a time if you know it, such as 08:30.'",
        "0026-11-21, 09:00, 'Please give a date, such as 21/11/2026, and a time if you know it, such as 08:30.'",
        "-999999999-01-01, 00:00, 'Please give a date, such as 21/11/2026, and a time if you know it, such as 08:30.'",
        "+999999999-12-31, 23:59, This is in the future. Please check the date and time.",
    })
    void aMomentIsARealOneAndNotInTheFuture(String date, String time, String problem) {
        assertThat(problems(0, moments(date, time, "2026-11-21", "14:17")).getOrDefault("happened", ""))
                .isEqualTo(problem);
    }

    @Test
    void nothingIsNoticedBeforeItHappened() {
        assertThat(problems(1, moments("2026-11-21", "09:00", "2026-11-21", "08:59")))
                .isEqualTo(Map.of("noticed", "This is before it happened. Please check both times."));
        assertThat(problems(1, moments("2026-11-21", "09:00", "2026-11-21", "09:00")))
                .isEmpty();
    }

    /** Noticed, happened; whether the one can have come after the other, as far as the words tell. */
    @ParameterizedTest
    @CsvSource({
        "now, now, true",
        "now, morning, true",
        "now, yesterday, true",
        "morning, now, false",
        "morning, morning, true",
        "morning, yesterday, true",
        "yesterday, now, false",
        "yesterday, morning, false",
        "yesterday, yesterday, true",
    })
    void theOrderOfTwoTapsIsRefusedOnlyWhereItCannotBe(String noticed, String happened, boolean possible) {
        Map<String, String> answers = tapped(happened, noticed);
        assertThat(problems(1, answers).containsKey("noticed")).isEqualTo(!possible);
    }

    @Test
    void theLawsClockBeginsAtTheEarliestMomentThatMayBeMeantButNotBeforeItHappened() {
        assertThat(rules.noticed(tapped("yesterday", "morning"))).contains(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(rules.noticed(tapped("yesterday", "yesterday"))).contains(Instant.parse("2026-11-20T00:00:00Z"));
        Map<String, String> answers = tapped("other", "morning");
        answers.put("happened-date", "2026-11-21");
        answers.put("happened-time", "08:12");
        assertThat(problems(1, answers)).doesNotContainKey("noticed");
        assertThat(rules.noticed(answers)).contains(Instant.parse("2026-11-21T08:12:00Z"));
    }

    @Test
    void aTimeThatCameTwiceIsNotRefusedForItsOrder() {
        Map<String, String> answers = new HashMap<>(moments("2026-10-25", "01:50", "2026-10-25", "01:10"));
        assertThat(problems(1, answers)).doesNotContainKey("noticed");
        answers.put("noticed-time", "00:10");
        assertThat(problems(1, answers)).containsKey("noticed");
    }

    @Test
    void whatWasNotAnsweredIsMissingAndNoMistake() {
        ReportType.Step step = lost.steps().get(1);
        Map<String, String> half = Map.of("locked", "open", "noticed", "other");
        assertThat(rules.mistakes(step.questions(), half, TestCards.SATURDAY)).containsOnlyKeys("noticed");
        assertThat(AnswerRules.missing(lost, Map.of("personal-data", "no", "where", "The bus", "noticed", "now")))
                .extracting(Question::id)
                .containsExactly(
                        "danger",
                        "what",
                        "happened",
                        "locked",
                        "how",
                        "where-now",
                        "system",
                        "asset-tag",
                        "circumstances",
                        "contact");
    }

    @Test
    void aTextKeepsToItsLength() {
        Map<String, String> answers = new HashMap<>(Story.ANSWERS.get(3));
        answers.put("circumstances", "x".repeat(4_000));
        assertThat(problems(3, answers)).isEmpty();
        answers.put("circumstances", "x".repeat(4_001));
        assertThat(problems(3, answers))
                .isEqualTo(Map.of("circumstances", "This is 4,001 characters long. Please keep it to 4,000."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01632 960123", "+44 1632 960123", "+44 (0)1632 960123", "(01632) 960123", "01632-960-123", "4321",
                "01632 960123 ext 12", "01632 960123 x12", "01632 960123, Ext. 12", "ext 4321", "Extension 4321",
                        "x4321"
            })
    void takesATelephoneNumberHoweverItIsWritten(String number) {
        assertThat(problems(3, contact(number))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "12",
                "my desk",
                "01632 960123; DROP",
                "<b>01632</b>",
                "01632 960123 01632 960123 01632",
                "++44"
            })
    void refusesWhatCannotBeRung(String number) {
        assertThat(problems(3, contact(number))).containsOnlyKeys("contact");
    }

    @Test
    void clientsReadTheRuleOfTelephoneNumbersAsTheServerDoesAndNoneTakesLong() {
        assertThat(Question.TELEPHONE).startsWith("^").endsWith("$").doesNotContain("(?");
        for (String repeated : List.of(" ", "0", "x ", "0 ", "ext. ", "(")) {
            String hostile = repeated.repeat(100_000 / repeated.length());
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> problems(3, contact(hostile)));
        }
    }

    private Map<String, String> problems(int step, Map<String, String> answers) {
        return rules.problems(lost.steps().get(step).questions(), answers, TestCards.SATURDAY);
    }

    private static Map<String, String> contact(String number) {
        return Map.of("circumstances", "Left it.", "contact", number);
    }

    private static Map<String, String> tapped(String happened, String noticed) {
        String said = TestCards.SATURDAY.toString();
        return new HashMap<>(Map.of(
                "where", "The bus",
                "happened", happened,
                "happened-at", said,
                "noticed", noticed,
                "noticed-at", said));
    }

    private static Map<String, String> moments(String date, String time, String noticedDate, String noticedTime) {
        Map<String, String> answers = new HashMap<>(Story.ANSWERS.get(0));
        answers.putAll(Story.ANSWERS.get(1));
        answers.putAll(Map.of(
                "happened-date", date,
                "happened-time", time,
                "noticed-date", noticedDate,
                "noticed-time", noticedTime));
        return answers;
    }
}
