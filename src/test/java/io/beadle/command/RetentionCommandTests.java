package io.beadle.command;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.BLAKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.BundledContent;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeIncidents;
import io.beadle.privacy.AuditLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class RetentionCommandTests {
    private static final Instant LONG_AGO = Instant.parse("2001-03-02T10:00:00Z");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsWhatWouldBeDeletedAndDeletesNothing() {
        try (ConfigurableApplicationContext context = RegisterAlone.start(dataDir())) {
            Incidents incidents = context.getBean(Incidents.class);
            closed(incidents, "a", Severity.LOW);
            closed(incidents, "b", Severity.HIGH);
            context.getBean(Drafts.class)
                    .begin(Draft.begin("d", ALEX, "lost-device", Map.of(), Instant.parse("2001-03-02T10:00:00.5Z")));
        }
        assertThat(run("--dry-run")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("INC-2001-0001: would be deleted by rule not-an-incident", "1 kept, no time for rule high")
                .contains("drafts: 1, the first due 2001-03-09T10:00:00Z", "references: 0")
                .doesNotContain("INC-2001-0002");
        try (ConfigurableApplicationContext context = RegisterAlone.start(dataDir())) {
            assertThat(context.getBean(Incidents.class).find("INC-2001-0001")).isPresent();
        }
    }

    @Test
    void saysSoWhereNothingIsStored() {
        assertThat(run("--dry-run")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("No incident is stored.")
                .contains("drafts: 0", "audit: 0");
    }

    @Test
    void listsTheCertificates() {
        try (ConfigurableApplicationContext context = RegisterAlone.start(dataDir())) {
            context.getBean(AuditLog.class)
                    .add(AuditLog.What.PURGED, "INC-2001-0001", "", Map.of("rule", "other"), LONG_AGO);
            context.getBean(AuditLog.class)
                    .add(
                            AuditLog.What.EXPIRED,
                            "",
                            "",
                            Map.of("rule", "drafts", "day", "2001-03-01", "count", "7"),
                            LONG_AGO);
        }
        assertThat(run("--certificates")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("PURGED\tINC-2001-0001\tother", "EXPIRED\t2001-03-01\tdrafts\t7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "--dry-run --certificates"})
    void whatIsNotUnderstoodIsRefused(String words) {
        assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: beadle retention");
    }

    private static void closed(Incidents incidents, String draft, Severity severity) {
        Report report = new Report(
                "lost-device",
                "Lost device",
                SomeIncidents.REPORTER,
                null,
                null,
                LONG_AGO,
                List.of(new Answer("personal-data", "Personal data?", "no", "No", true)));
        Incident incident = incidents.report(draft, 2001, r -> Incident.reported(r, draft, report, severity, LONG_AGO));
        incidents.change(
                incident.reference(), i -> i.acknowledge(ALEX, LONG_AGO).acknowledge(BLAKE, LONG_AGO));
        // as no incident, whatever is still to be done about it
        incidents.change(
                incident.reference(),
                i -> new Acting(BundledContent.CONTENT
                                .acts()
                                .find("not-an-incident")
                                .orElseThrow())
                        .on(i, new Act("k", "not-an-incident", LONG_AGO, ALEX, List.of())));
    }

    private String dataDir() {
        return "--beadle.data-dir=" + folder.resolve("data");
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = dataDir();
        return new RetentionCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all);
    }
}
