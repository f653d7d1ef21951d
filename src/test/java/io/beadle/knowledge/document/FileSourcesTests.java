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

        FileSources.Reading reading = read(folder, single);

        assertThat(reading.texts())
                .extracting(SourceText::file)
                .containsExactly("a.md", "b.txt", single.getFileName().toString());
        assertThat(reading.missing()).isEmpty();
        assertThat(reading.skipped()).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoTextAndNamesIt() throws IOException {
        write("good.md", "# Good");
        write("empty.md", " \n");
        write("twice/good.md", "# Good too");

        FileSources.Reading reading = read(folder);

        assertThat(reading.texts()).extracting(SourceText::file).containsExactly("good.md");
        assertThat(reading.skipped())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("empty.md: is empty"),
                        line -> assertThat(line).contains("good.md: a second document of this name"));
    }

    @Test
    void saysWhichSourceIsMissingAndThatNothingIsThere() {
        Path missing = folder.resolve("nowhere");

        assertThat(read(missing).missing()).singleElement().asString().startsWith(missing + ": cannot be read");
        assertThat(read(folder).missing()).singleElement().asString().contains("no document to answer from");
        assertThat(sources(folder, missing).problems()).hasSize(1);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static FileSources.Reading read(Path... paths) {
        return sources(paths).read();
    }

    private static FileSources sources(Path... paths) {
        return new FileSources(new KnowledgeProperties(
                List.of(paths), null, Set.of(), Path.of("unused"), KnowledgeProperties.Documents.DEFAULT));
    }
}
