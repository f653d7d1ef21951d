package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import io.beadle.privacy.AuditLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class VerifyAuditCommandTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsAsItWasWrittenHoldsAndAHeadNotedBeforeIsInIt() {
        store();
        assertThat(run()).isZero();
        assertThat(said()).contains("1 incidents with 1 links: every chain holds.", "Head to keep elsewhere: 1:");
        String head = said().substring(said().lastIndexOf(' ') + 1).strip();
        assertThat(run(head)).isZero();
        assertThat(run("1:" + "x".repeat(43))).isEqualTo(1);
        assertThat(said()).contains("is not in the chain");
    }

    @Test
    void aHeadOfWhatWasDeletedInItsTimeCannotBeShownAnyMoreAndItIsSaidWhy() {
        try (ConfigurableApplicationContext context = RegisterAlone.start(dataDir())) {
            AuditLog audit = context.getBean(AuditLog.class);
            Instant longAgo = Instant.parse("2001-03-02T10:00:00Z");
            audit.add(AuditLog.What.REGISTER_READ, "", "", longAgo);
            audit.add(AuditLog.What.REGISTER_READ, "", "", longAgo.plusSeconds(1));
            audit.cut(longAgo.plusSeconds(2), Instant.now());
        }
        assertThat(run()).isZero();
        assertThat(run("1:" + "x".repeat(43))).isEqualTo(1);
        assertThat(said()).contains("of a part that was deleted when its time was over");
    }

    @Test
    void theFirstBrokenLinkIsNamedWithItsIncidentAndKind() {
        store();
        alter();
        assertThat(run()).isEqualTo(1);
        assertThat(said())
                .contains("INC-2026-0001: link 1: what is stored is not as the last change left it (state)")
                .contains("1 chains do not hold.")
                .doesNotContain(SomeIncidents.REPORTER.name());
    }

    @Test
    void nothingIsSaidWhileAnotherProcessHasTheStore() {
        try (ConfigurableApplicationContext running = RegisterAlone.start(dataDir())) {
            assertThat(running.getBean(Incidents.class).find("INC-2026-0001")).isEmpty();
            assertThat(run()).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("verify audit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "1:a 2:b", "0:a"})
    void whatIsNotUnderstoodIsRefused(String words) {
        assertThat(run(words.split(" "))).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: beadle verify-audit");
    }

    private void store() {
        try (ConfigurableApplicationContext context = RegisterAlone.start(dataDir())) {
            context.getBean(Incidents.class).report("a", 2026, SomeIncidents::lostPhone);
        }
    }

    private void alter() {
        try (ConfigurableApplicationContext context = RegisterAlone.start(dataDir())) {
            context.getBean(MongoOperations.class)
                    .updateMulti(new Query(), Update.update("severity", "LOW"), "incidents");
        }
    }

    private String dataDir() {
        return "--beadle.data-dir=" + folder.resolve("data");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = dataDir();
        return new VerifyAuditCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all);
    }
}
