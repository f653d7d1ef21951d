package io.beadle.bot.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.Card;
import io.beadle.card.TestCards;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Report;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every type of the bundled content, walked through with answers that chance chooses. */
class EveryTypeTests {
    private static final int WALKS = 40;
    private static final int BYTES = 28 * 1024;

    /** What every report ends with: template policy, section 14.1.1. */
    private static final List<String> EXPECTED = List.of(
            "danger",
            "personal-data",
            "what",
            "where",
            "where-now",
            "happened",
            "noticed",
            "asset-tag",
            "system",
            "circumstances",
            "contact");

    private final AnswerRules rules = Story.rules();
    private final Reports reports = Story.reports();

    static Stream<ReportType> types() {
        return Story.CARDS.types().types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whateverIsAnsweredEveryFieldIsGivenOrKnownToBeMissing(ReportType type) {
        Random chance = new Random(42);
        for (int walk = 0; walk < WALKS; walk++) {
            Map<String, String> given = new LinkedHashMap<>();
            int sentAfter = chance.nextInt(type.steps().size()) + 1;
            for (ReportType.Step step : type.steps().subList(0, sentAfter)) {
                answer(step, given, chance);
                assertThat(rules.problems(step.questions(), given, TestCards.SATURDAY))
                        .isEmpty();
            }
            Set<String> missing = new HashSet<>();
            type.steps()
                    .forEach(step -> missing.addAll(rules.problems(step.questions(), given, TestCards.SATURDAY)
                            .keySet()));
            Report report = reports.of(
                    Draft.begin("d", Story.PAT, type.id(), given, TestCards.SATURDAY), type, TestCards.SATURDAY);
            for (String field : EXPECTED) {
                Answer answer = report.answer(field).orElseThrow();
                boolean leftEmpty = !type.question(field).orElseThrow().required();
                assertThat(!answer.value().isEmpty() || missing.contains(field) || leftEmpty)
                        .as("%s of %s after %s", field, type.id(), given)
                        .isTrue();
            }
            assertThat(missing).doesNotContain("danger", "what", "where");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void onlyTheInventoryNumberMayBeLeftEmptyOfWhatEveryReportEndsWith(ReportType type) {
        assertThat(EXPECTED.stream()
                        .map(id -> type.question(id).orElseThrow())
                        .filter(question -> !question.required() || question.when() != null)
                        .map(Question::id))
                .isSubsetOf("asset-tag");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyCardIsSmallEnough(ReportType type) {
        Random chance = new Random(7);
        Map<String, String> given = new HashMap<>();
        type.steps().forEach(step -> answer(step, given, chance));
        type.questions()
                .filter(question -> question.kind().isTyped())
                .forEach(question -> given.put(question.id(), "\u00e9".repeat(question.maxLength())));
        Draft draft = Draft.begin("d".repeat(36), Story.PAT, type.id(), given, TestCards.SATURDAY);
        for (int step = 0; step < type.steps().size(); step++) {
            Map<String, String> problems = type.steps().get(step).questions().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            Question::id, q -> "Please give a date and a time, such as 21/11/2026 and 08:30."));
            assertSmall(
                    type,
                    Story.CARDS
                            .report()
                            .step(draft.at(step, TestCards.SATURDAY), type, problems, true, TestCards.SATURDAY));
        }
        assertSmall(
                type,
                Story.CARDS
                        .report()
                        .review(
                                draft.at(type.steps().size(), TestCards.SATURDAY),
                                type,
                                reports.answers(draft, type),
                                true));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyPieceOfAdviceIsGivenOnSomeAnswersAndAtLeastTwoOnAny(ReportType type) {
        Random chance = new Random(11);
        Set<ReportType.Advice> seen = new HashSet<>(type.advice(Map.of()));
        for (int walk = 0; walk < 400; walk++) {
            Map<String, String> given = new HashMap<>();
            type.steps().forEach(step -> answer(step, given, chance));
            List<ReportType.Advice> advice = type.advice(given);
            seen.addAll(advice);
            assertThat(advice).as("%s on %s", type.id(), given).hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(seen).containsAll(type.advice());
    }

    private static void assertSmall(ReportType type, Card card) {
        String json = JsonMapper.shared().writeValueAsString(card.json());
        assertThat(json.getBytes(StandardCharsets.UTF_8).length).as(type.id()).isLessThan(BYTES);
    }

    /** Answers each question that is asked; what may be left empty is, now and then. */
    private static void answer(ReportType.Step step, Map<String, String> given, Random chance) {
        for (Question question : step.questions()) {
            if (!question.isAsked(given) || (!question.required() && chance.nextInt(3) == 0)) {
                continue;
            }
            switch (question.kind()) {
                case CHOICE, YES_NO_UNSURE ->
                    given.put(
                            question.id(),
                            question.choices()
                                    .get(chance.nextInt(question.choices().size()))
                                    .id());
                case CHOICES ->
                    given.put(
                            question.id(),
                            question.choices().stream()
                                    .filter(c -> chance.nextBoolean()
                                            || c.equals(question.choices().getFirst()))
                                    .map(Question.Choice::id)
                                    .collect(joining(",")));
                case TEXT, LONG_TEXT -> given.put(question.id(), "not known");
                case PHONE -> given.put(question.id(), "01632 960123");
                case NUMBER, DATE, PERSON -> throw new AssertionError("No report asks that: " + question.id());
                case MOMENT -> {
                    given.put(question.id() + "-date", "2026-11-21");
                    given.put(question.id() + "-time", question.id().equals("noticed") ? "09:30" : "08:30");
                }
            }
        }
    }
}
