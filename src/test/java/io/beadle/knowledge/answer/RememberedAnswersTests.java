package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.index.LiveIndex;
import io.beadle.knowledge.index.PolicyIndex;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Alongside
class RememberedAnswersTests {
    private static final String QUESTION = "How long may I borrow a key for?";

    private KnowledgeProperties properties;
    private LiveIndex index;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        Path policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
        properties = Suites.properties(policies, folder.resolve("index"));
        index = Suites.open(properties);
        index.status();
    }

    /** One that has answered nothing yet: these tests run side by side. */
    private CitingAssistant assistant() {
        return new CitingAssistant(index, Suites.register(Map.of("fenmarsh-keys.md", "insider")), properties);
    }

    @AfterAll
    void close() throws Exception {
        index.destroy();
    }

    @Test
    void whatWasAskedBeforeIsNotLookedForAgain() {
        CitingAssistant assistant = assistant();
        Answer first = assistant.ask(Question.of(QUESTION, "insider"));

        assertThat(assistant.ask(Question.of(" " + QUESTION, "insider"))).isSameAs(first);
        assertThat(count(assistant, "index")).isEqualTo(1);
        assertThat(count(assistant, "memory")).isEqualTo(1);
    }

    @Test
    void whoMayReadOtherDocumentsHasAnAnswerOfTheirOwn() {
        CitingAssistant assistant = assistant();
        Answer inside = assistant.ask(Question.of(QUESTION, "insider"));
        Answer outside = assistant.ask(Question.of(QUESTION, "outsider"));

        assertThat(inside.toString()).contains("caretaker");
        assertThat(outside.toString()).doesNotContain("caretaker");
        assertThat(assistant.ask(Question.of(QUESTION))).isSameAs(outside);
        assertThat(count(assistant, "index")).isEqualTo(2);
    }

    @Test
    void whoseCouncilIsAnotherHasAnAnswerOfTheirOwn() {
        CitingAssistant assistant = assistant();
        Answer ofAll = assistant.ask(Question.of("lost office key", "insider"));

        assertThat(assistant.ask(new Question("lost office key", "Hillford", "insider")))
                .isNotEqualTo(ofAll);
        assertThat(count(assistant, "index")).isEqualTo(2);
    }

    @Test
    void nothingTypedStandsForDocumentsThatSomebodyElseMayRead() {
        List<Policy> all = index.read(PolicyIndex::policies);
        List<Policy> last = all.subList(1, all.size());
        for (String between : List.of("", "\0", "\0\0", "\0\0\0\0")) {
            String typed = QUESTION + between + all.getFirst().document();
            assertThat(RememberedAnswers.key(typed, null, last))
                    .isNotEqualTo(RememberedAnswers.key(QUESTION, null, all));
        }
    }

    @Test
    void anotherIndexForgetsThemAll() throws Exception {
        LiveIndex other = Suites.open(properties);
        RememberedAnswers remembered = new RememberedAnswers();
        Answer answer = new Answer.NotFound(0, List.of());
        PolicyIndex before = index.read(open -> open);
        PolicyIndex after = other.read(open -> open);
        remembered.keep(before, "one", answer);
        assertThat(remembered.find(before, "one")).contains(answer);
        assertThat(remembered.find(after, "one")).isEmpty();

        remembered.keep(after, "two", answer);
        assertThat(remembered.find(before, "one")).isEmpty();
        other.destroy();
    }

    @Test
    void whatNobodyHasAskedForTheLongestIsForgotten() {
        RememberedAnswers remembered = new RememberedAnswers();
        Answer answer = new Answer.NotFound(0, List.of());
        PolicyIndex open = index.read(one -> one);
        for (int i = 0; i <= RememberedAnswers.REMEMBERED; i++) {
            remembered.keep(open, "number " + i, answer);
            remembered.find(open, "number 0");
        }

        assertThat(remembered.find(open, "number 0")).isPresent();
        assertThat(remembered.find(open, "number 1")).isEmpty();
        assertThat(remembered.find(open, "number 2")).isPresent();
    }

    private static double count(CitingAssistant assistant, String from) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new AnswerMeters(assistant).bindTo(meters);
        return meters.get("beadle.knowledge.answers")
                .tag("from", from)
                .functionCounter()
                .count();
    }
}
