package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.document.PolicyDocument;
import io.beadle.knowledge.document.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alongside
class IndexedTextsTests {
    @TempDir
    Path folder;

    private Path policies;
    private LiveIndex index;
    private IndexedTexts texts;

    @BeforeEach
    void open() throws Exception {
        policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
        index = Suites.open(Suites.properties(policies, folder.resolve("index")));
        texts = new IndexedTexts(index);
    }

    @AfterEach
    void close() throws Exception {
        index.destroy();
    }

    @Test
    void givesTheWholeDocumentInItsOwnOrder() throws Exception {
        for (String file : List.of("fenmarsh-keys.md", "hillford-keys.md", "paper.txt")) {
            List<Passage> read = PolicyDocument.read(SourceText.of(file, Files.readString(policies.resolve(file))))
                    .passages();

            assertThat(read).isNotEmpty();
            assertThat(texts.passages(file)).isEqualTo(read);
        }
    }

    @Test
    void aClauseStandsAsLongAsItsDocumentSaysTheSame() {
        Passage clause = texts.passages("paper.txt").getFirst();
        assertThat(texts.stand(clause.id())).isTrue();
        assertThat(texts.stand(clause.id() + "x")).isFalse();
        assertThat(texts.stand("")).isFalse();
    }

    @Test
    void givesNothingOfADocumentThatIsNotThere() {
        assertThat(texts.passages("../policies/paper.txt")).isEmpty();
        assertThat(texts.passages("")).isEmpty();
    }
}
