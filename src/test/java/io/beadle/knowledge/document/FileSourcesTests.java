package io.beadle.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.KnowledgeProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTests {
    @TempDir
    Path folder;

    @Test
    void readsTextAndMarkdownOfFoldersAndSingleFiles() throws IOException {
        write("b.txt", "Text");
        write("deep/a.md", "# Text");
        write("c.png", "No text");
        write("~$b.docx", "Open in Word");
        write(".hidden.md", "Hidden");
        Path single = Files.writeString(Files.createTempFile(folder.getParent(), "single", ".txt"), "Text");

        FileSources sources = sources(folder, single);

        assertThat(read(sources))
                .containsExactly("a.md", "b.txt", single.getFileName().toString());
        assertThat(sources.names()).hasSize(3).containsAll(read(sources));
        assertThat(sources.problems()).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoTextAndNamesIt() throws IOException {
        write("good.md", "# Good");
        write("empty.md", " \n");
        write("twice/good.md", "# Good too");

        FileSources sources = sources(folder);

        assertThat(read(sources)).containsExactly("good.md");
        assertThat(sources.problems())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("empty.md: is empty"),
                        line -> assertThat(line).contains("good.md: a second document of this name"));
    }

    @Test
    void saysWhichSourceIsMissingAndThatNothingIsThere() {
        Path missing = folder.resolve("nowhere");

        assertThat(sources(missing).problems()).singleElement().asString().startsWith(missing + ": cannot be read");
        assertThat(sources(folder).problems()).singleElement().asString().contains("no document to answer from");
        assertThat(sources(folder, missing).problems()).hasSize(1);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> read(FileSources sources) {
        return sources.list().files().stream()
                .filter(file -> sources.read(file) instanceof SourceRead.Read)
                .map(SourceFile::name)
                .toList();
    }

    private static FileSources sources(Path... paths) {
        return new FileSources(new KnowledgeProperties(
                List.of(paths), null, Set.of(), Path.of("unused"), KnowledgeProperties.Documents.DEFAULT));
    }
}
