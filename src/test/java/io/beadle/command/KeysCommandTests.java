package io.beadle.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTests {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void makesKeysAndChangesThemStepByStep() {
        assertThat(run("make")).isZero();
        assertThat(run("add")).isZero();
        assertThat(run("use")).isZero();
        assertThat(run("drop")).isZero();
        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("Keep a copy"),
                        line -> assertThat(line).contains("has 2 keys", "keys use"),
                        line -> assertThat(line).contains("newest is used", "keys drop"),
                        line -> assertThat(line).contains("has 1 key."));
        assertThat(folder.resolve("keys.json")).content().doesNotContain("\"DISABLED\"");
    }

    @Test
    void aStepThatIsNotNextChangesNothing() {
        assertThat(run("add")).isOne();
        run("make");
        assertThat(run("make")).isOne();
        run("add");
        assertThat(run("drop")).isOne();
        assertThat(err.toString(UTF_8)).contains("There is no file", "there already", "keys use");
        assertThat(run("shred")).isEqualTo(64);
    }

    private int run(String what) {
        return new KeysCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run(new String[] {what, folder.resolve("keys.json").toString()});
    }
}
