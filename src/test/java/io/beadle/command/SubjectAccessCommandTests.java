package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class SubjectAccessCommandTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void thePackIsWritten() throws IOException {
        try (ConfigurableApplicationContext context = RegisterAlone.start(dataDir())) {
            context.getBean(Incidents.class).report("a", 2026, SomeIncidents::lostPhone);
        }
        Path file = folder.resolve("pack.xlsx");
        assertThat(run(SomeIncidents.REPORTER.name(), file.toString())).isZero();
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("mentions. For the information-rights team")
                .doesNotContain(": 0 mentions", SomeIncidents.REPORTER.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rowan", "Rowan pack.pdf", "a pack.xlsx", "Rowan Pike pack.xlsx"})
    void whatIsNotUnderstoodIsRefused(String words) {
        assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: beadle subject-access");
    }

    private String dataDir() {
        return "--beadle.data-dir=" + folder.resolve("data");
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = dataDir();
        return new SubjectAccessCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all);
    }
}
