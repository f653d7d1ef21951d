package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.GoldenQuestion;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.index.LiveIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The bar that no change may fall under: see RATIONALE.md for the figures as measured. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Alongside
class GoldenQuestionsTests {
    private static final Path SEEDS = Path.of("../shared/seeds");
    private static final String STOLEN = "What do I do if my laptop is stolen?";

    private record Asked(GoldenQuestion question, Answer answer) {
        boolean isAnswerable() {
            return question.isAnswerable();
        }

        boolean isAnswered() {
            return answer instanceof Answer.Answered;
        }

        boolean isFoundInFirst(int passages) {
            return answer.passages().stream().limit(passages).anyMatch(question::isAnsweredBy);
        }
    }

    private LiveIndex index;
    private PolicyAssistant assistant;
    private List<Asked> asked;

    @BeforeAll
    void askAll() {
        KnowledgeProperties bundled = Suites.bundled();
        index = Suites.open(bundled);
        assistant = new CitingAssistant(index, Suites.OPEN, bundled);
        asked = GoldenQuestion.all().stream()
                .map(question -> new Asked(question, assistant.ask(Question.of(question.text()))))
                .toList();
    }

    @AfterAll
    void close() throws Exception {
        index.destroy();
    }

    @Test
    void findsTheClauseAmongTheFirstThree() {
        List<Asked> answerable = asked.stream().filter(Asked::isAnswerable).toList();

        assertThat(share(answerable, one -> one.isFoundInFirst(1))).isGreaterThanOrEqualTo(0.78);
        assertThat(share(answerable, one -> one.isFoundInFirst(3))).isGreaterThanOrEqualTo(0.88);
    }

    @Test
    void answersMostAndHardlyAnyWrongly() {
        List<Asked> answerable = asked.stream().filter(Asked::isAnswerable).toList();

        assertThat(share(answerable, one -> one.isAnswered() && one.isFoundInFirst(1)))
                .isGreaterThanOrEqualTo(0.56);
        assertThat(share(answerable, one -> one.isAnswered() && !one.isFoundInFirst(1)))
                .isLessThanOrEqualTo(0.05);
    }

    @Test
    void refusesWhatThePoliciesDoNotSay() {
        List<Asked> unanswerable =
                asked.stream().filter(one -> !one.isAnswerable()).toList();

        assertThat(share(unanswerable, one -> !one.isAnswered())).isGreaterThanOrEqualTo(0.77);
    }

    @Test
    void tellsWhatToDoAboutAStolenLaptop() {
        assertThat(assistant.ask(Question.of(STOLEN))).isInstanceOfSatisfying(Answer.Answered.class, answered -> {
            assertThat(answered.citations().getFirst().quote()).contains("Report the theft at once");
            assertThat(answered.citations().getFirst().passage().document()).isEqualTo("mobile-and-remote-working.md");
        });
    }

    static boolean realDocumentsAreHere() {
        return Files.isDirectory(SEEDS);
    }

    @Test
    @EnabledIf("realDocumentsAreHere")
    void tellsWhatToDoAboutAStolenLaptopWhereThePoliciesNeverSayLaptopOrStolen(@TempDir Path folder) throws Exception {
        KnowledgeProperties real =
                new KnowledgeProperties(List.of(SEEDS), null, Set.of(), folder, KnowledgeProperties.Documents.DEFAULT);
        LiveIndex seeds = Suites.open(real);
        try {
            assertThat(new CitingAssistant(seeds, Suites.OPEN, real).ask(Question.of(STOLEN)))
                    .isInstanceOfSatisfying(Answer.Answered.class, answered -> {
                        String quote = answered.citations().getFirst().quote();
                        assertThat(quote).containsIgnoringCase("report").containsPattern("(?i)loss|theft");
                        assertThat(answered.citations().getFirst().sentence())
                                .containsIgnoringCase("report")
                                .containsPattern("(?i)loss|theft");
                    });
        } finally {
            seeds.destroy();
        }
    }

    private static double share(List<Asked> all, Predicate<Asked> which) {
        return all.stream().filter(which).count() / (double) all.size();
    }
}
