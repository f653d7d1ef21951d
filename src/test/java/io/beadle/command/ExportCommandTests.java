package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeIncidents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class ExportCommandTests {
    private static final Instant REPORTED = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theRegisterHasEveryBreachButTheRestrictedOnes() throws IOException {
        store("yes", Set.of());
        store("no", Set.of());
        store("yes", Set.of("restricted"));
        Path file = folder.resolve("register.csv");
        assertThat(run("register", file.toString())).isZero();
        assertThat(Files.readString(file))
                .contains("INC-2026-0001", "Lost or stolen device")
                .doesNotContain("INC-2026-0002", "INC-2026-0003");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(file + System.lineSeparator());
    }

    @Test
    void theTableForRequestsIsASpreadsheetToo() throws IOException {
        store("yes", Set.of());
        Path file = folder.resolve("foi.xlsx");
        assertThat(run("foi", file.toString())).isZero();
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    }

    @Test
    void nothingIsWrittenWhileAnotherProcessHasTheStore() {
        try (ConfigurableApplicationContext running = RegisterAlone.start(dataDir())) {
            assertThat(running.getBean(Incidents.class).find("INC-2026-0001")).isEmpty();
            Path file = folder.resolve("register.csv");
            assertThat(run("register", file.toString())).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("While Beadle runs on its embedded store");
            assertThat(file).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "register", "everything file.csv", "register file.pdf", "register a.csv b.csv"})
    void whatIsNotUnderstoodIsRefused(String words) {
        assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: beadle export");
    }

    private void store(String personalData, Set<String> flags) {
        try (ConfigurableApplicationContext context = RegisterAlone.start(dataDir())) {
            Incidents incidents = context.getBean(Incidents.class);
            Report report = new Report(
                    "lost-device",
                    "Lost or stolen device",
                    SomeIncidents.REPORTER,
                    null,
                    null,
                    REPORTED,
                    List.of(new Answer("personal-data", "Personal data?", personalData, personalData, true)));
            incidents.report(
                    personalData + flags,
                    2026,
                    r -> Incident.reported(r, personalData + flags, report, Severity.HIGH, REPORTED)
                            .flagged(flags));
        }
    }

    private String dataDir() {
        return "--beadle.data-dir=" + folder.resolve("data");
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = dataDir();
        return new ExportCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all);
    }
}
