package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.index.Found;
import io.beadle.knowledge.index.LiveIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Alongside
class ReorderingTests {
    private static final Passage OWNER = passage("ladders.md", "Ladder policy", "Document owner: Head of Estates");
    private static final Passage DUTY =
            passage("ladders.md", "Ladder policy", "Everybody is responsible for a ladder.");

    private LiveIndex index;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        Path policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
        KnowledgeProperties properties = Suites.properties(policies, folder.resolve("index"));
        index = Suites.open(properties);
    }

    @AfterAll
    void close() throws Exception {
        index.destroy();
    }

    @Test
    void putsThePassageThatHasTheFactOfThePolicyFirst() {
        assertThat(order(new PolicyFacts(), "who owns the ladder policy", DUTY, OWNER))
                .containsExactly(OWNER, DUTY);
        assertThat(order(new PolicyFacts(), "who looks after ladders", DUTY, OWNER))
                .containsExactly(DUTY, OWNER);
    }

    @Test
    void putsWhatSaysWhatToDoFirst() {
        Passage example = passage("keys.md", "Keys", "Examples of loss are lost keys.");
        Passage order = passage("keys.md", "Keys", "Report lost keys at once.");

        assertThat(order(new Reading(), "what do I do about lost keys", example, order))
                .containsExactly(order, example);
        assertThat(order(new Reading(), "what are lost keys", example, order)).containsExactly(example, order);
    }

    /** The second sentence names most of the words, the third what has happened. */
    @Test
    void marksTheSentenceOnWhatHasHappened() {
        Passage passage = passage(
                "keys.md",
                "Keys",
                "Office keys are brass. An office key on a ring must be carried in an inner pocket. Tell the caretaker of any"
                        + " that is stolen. Staff must report it to the desk.");

        assertThat(marked("what do I do if the office key on my ring is stolen", passage))
                .isEqualTo(2);
        assertThat(marked("my office key ring has been stolen. What do I do?", passage))
                .isEqualTo(2);
        assertThat(marked("what do I do with the office key on my ring", passage))
                .isEqualTo(1);
    }

    private int marked(String question, Passage passage) {
        return index.with(open -> new Reading().of(open.asked(question, Set.of()), List.of(found(passage, 0.4))))
                .getFirst()
                .part();
    }

    private List<Passage> order(Reordering reordering, String question, Passage first, Passage second) {
        return index
                .with(open ->
                        reordering.of(open.asked(question, Set.of()), List.of(found(first, 0.42), found(second, 0.4))))
                .stream()
                .map(one -> one.passage().withScore(0))
                .toList();
    }

    private static Found found(Passage passage, double score) {
        return new Found(passage.withScore(score), 0, 0, 0, 0, 0);
    }

    private static Passage passage(String document, String title, String text) {
        return new Passage(text, document, title, null, null, null, null, text, 0);
    }
}
