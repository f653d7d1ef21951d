package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperFormCommandTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void writesTheFormAndSaysWhere() throws IOException {
        Path file = folder.resolve("form.pdf");
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(file + System.lineSeparator());
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @Test
    void contentWithMistakesIsRefusedAndTheOldFormStays() throws IOException {
        Path file = Files.writeString(folder.resolve("form.pdf"), "last year's");
        Path bot = Files.createDirectory(folder.resolve("bot"));
        assertThat(run(file.toString(), "--beadle.content.bot=" + bot)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("contacts.yaml");
        assertThat(file).hasContent("last year's");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(run(folder.resolve("none/form.pdf").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Cannot write ");
    }

    private int run(String... args) {
        return new PaperFormCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }
}
