package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beadle.Alongside;
import io.beadle.knowledge.GoldenQuestion;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.answer.LogisticFit.Example;
import io.beadle.knowledge.answer.Reliability.Judged;
import io.beadle.knowledge.index.Found;
import io.beadle.knowledge.index.LiveIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits {@code judge.json} on the half of the golden questions that is for it and checks what confidence means on the other
 * half. {@code ./mvnw test -Dtest=CalibrationTests -Dknowledge.calibrate=true} writes the fit, the picture, and the table to
 * the build's output.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Alongside
class CalibrationTests {
    private static final Path FIT =
            Path.of("src/main/resources/io/beadle/knowledge/answer").resolve(Judge.RESOURCE);
    private static final Path PICTURE = Path.of("knowledge/reliability.svg");
    private static final Path TABLE = Path.of("target/reliability.md");

    private record Asked(GoldenQuestion question, Looked looked) {
        Example example() {
            List<Found> found = looked.found();
            return new Example(looked.signs(found).byName(), isRight());
        }

        boolean isRight() {
            return question.isAnswerable()
                    && question.isAnsweredBy(looked.found().getFirst().passage());
        }
    }

    private LiveIndex index;
    private List<Asked> asked;

    @BeforeAll
    void askAll() {
        KnowledgeProperties bundled = Suites.bundled();
        index = Suites.open(bundled);
        CitingAssistant assistant = new CitingAssistant(index, Suites.OPEN, bundled);
        asked = GoldenQuestion.all().stream()
                .map(question -> new Asked(
                        question, index.with(open -> assistant.look(open, question.text(), null, open.policies()))))
                .filter(one -> !one.looked().found().isEmpty())
                .toList();
    }

    @AfterAll
    void close() throws Exception {
        index.destroy();
    }

    @Test
    void whatIsShippedIsFittedOnTheQuestionsForIt() throws IOException {
        Judge fitted = LogisticFit.fit(asked.stream()
                .filter(one -> one.question().isFitted() && !one.looked().refused())
                .map(Asked::example)
                .toList());
        if (Boolean.getBoolean("knowledge.calibrate")) {
            JsonMapper indented = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.writeString(FIT, indented.writeValueAsString(fitted) + "\n");
        } else {
            // Questions and policies may change a little without a new fit
            asked.forEach(one -> assertThat(Judge.FITTED.confidence(
                            one.looked().signs(one.looked().found())))
                    .isCloseTo(fitted.confidence(one.looked().signs(one.looked().found())), within(0.15)));
        }
    }

    @Test
    void confidenceIsHowOftenItIsRight() throws IOException {
        Reliability reliability = Reliability.of(asked.stream()
                .filter(one -> !one.question().isFitted())
                .map(one -> new Judged(one.looked().answer().confidence(), one.isRight()))
                .toList());
        if (Boolean.getBoolean("knowledge.calibrate")) {
            Files.writeString(PICTURE, reliability.picture());
            Files.writeString(TABLE, reliability.table() + bounds());
        }
        assertThat(reliability.error()).isLessThan(0.1);
    }

    /** What another bound than {@link Judge#SURE} would do on the half that was not fitted on. */
    private String bounds() {
        List<Asked> held =
                asked.stream().filter(one -> !one.question().isFitted()).toList();
        double answerable =
                held.stream().filter(one -> one.question().isAnswerable()).count();
        StringBuilder table = new StringBuilder("\n| bound | answer | wrong | refused |\n|---|---|---|---|\n");
        for (double bound = 0.4; bound < 0.81; bound += 0.05) {
            double least = bound;
            List<Asked> answered = held.stream()
                    .filter(one -> one.looked().answer().confidence() >= least)
                    .toList();
            double right = answered.stream().filter(Asked::isRight).count();
            double toBeAnswered = answered.stream()
                    .filter(one -> one.question().isAnswerable())
                    .count();
            table.append(String.format(
                    Locale.UK,
                    "| %.2f | %.2f | %.2f | %.2f |\n",
                    bound,
                    right / answerable,
                    (toBeAnswered - right) / answerable,
                    1 - (answered.size() - toBeAnswered) / (held.size() - answerable)));
        }
        return table.toString();
    }

    @Test
    void fitFindsTheSignThatTells() {
        List<Example> examples = IntStream.range(0, 200)
                .mapToObj(i -> new Example(Map.of("tells", i / 200.0, "noise", i % 7 / 7.0), i >= 100))
                .toList();

        Judge judge = LogisticFit.fit(examples);

        assertThat(judge.questions()).isEqualTo(200);
        double tells = judge.weights().getOrDefault("tells", 0.0);
        assertThat(tells).isGreaterThan(5);
        assertThat(judge.weights().getOrDefault("noise", 0.0)).isBetween(-1.0, 1.0);
        assertThat(-judge.start() / tells).isCloseTo(0.5, within(0.1));
    }
}
