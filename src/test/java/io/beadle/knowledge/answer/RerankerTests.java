package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.Alongside;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.index.LiveIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alongside
class RerankerTests {
    @TempDir
    Path folder;

    @Test
    void ordersWhatWasFoundByTheModelAndKeepsTheLadderOfScores() throws Exception {
        Path policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
        KnowledgeProperties plain = Suites.properties(policies, folder.resolve("index"));
        LiveIndex index = Suites.open(plain);
        List<Passage> before = new CitingAssistant(index, Suites.OPEN, plain)
                .ask(Question.of("lost office key"))
                .passages();
        CitingAssistant reranked = with(TinyCrossEncoder.likes("thursday", folder), plain, index);

        List<Passage> after = reranked.ask(Question.of("lost office key")).passages();

        assertThat(before.getFirst().text()).doesNotContain("Thursday");
        assertThat(after.getFirst().text()).contains("Thursday");
        assertThat(after)
                .extracting(Passage::score)
                .containsExactlyElementsOf(before.stream().map(Passage::score).toList());
        assertThat(after)
                .extracting(Passage::id)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(Passage::id).toList());
        reranked.destroy();
        index.destroy();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThatThrownBy(() -> Reranker.load(folder))
                .hasMessageContaining("model.onnx cannot be read")
                .hasMessageContaining("tokenizer.json");
        Path model = Files.createFile(folder.resolve("model.onnx"));
        assertThatThrownBy(() -> Reranker.load(model)).hasMessageContaining("tokenizer.json cannot be read");
    }

    private static CitingAssistant with(Path model, KnowledgeProperties plain, LiveIndex index) {
        return new CitingAssistant(
                index,
                Suites.OPEN,
                new KnowledgeProperties(plain.sources(), null, Set.of(), plain.indexDir(), plain.documents(), model));
    }
}
