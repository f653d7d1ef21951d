package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.command.Commands;
import io.beadle.command.Commands.Ended;
import io.beadle.incident.Incidents;
import io.beadle.incident.SomeIncidents;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Import;

/** A report is taken, copied while Beadle runs, and read in another place. */
@Import(FixedTime.class)
class BackupIT extends RunningBeadle {

    @Autowired
    private Incidents incidents;

    @LocalManagementPort
    private int management;

    @TempDir
    private Path folder;

    @Test
    void aReportIsInTheBackupOfARunningBeadleAndInWhatIsRestoredFromIt() {
        incidents.report("draft-of-the-backup", 2026, SomeIncidents::lostPhone);
        Path zip = folder.resolve("beadle.zip");
        Path data = folder.resolve("data");

        Ended copied = Commands.run("backup", zip.toString(), "--management.server.port=" + management);
        assertThat(copied.err()).isEmpty();
        assertThat(copied.status()).isZero();
        assertThat(zip).isNotEmptyFile();
        assertThat(copied.out()).contains("keep that in another place").doesNotContain(" 0 incidents");

        Ended twice = Commands.run("backup", zip.toString(), "--management.server.port=" + management);
        assertThat(twice.err()).contains("is there already");
        assertThat(twice.status()).isEqualTo(1);

        Ended over = Commands.run("restore", zip.toString(), "--management.server.port=" + management);
        assertThat(over.err()).contains("stop it, restore, and start it again");

        Ended restored =
                Commands.run("restore", zip.toString(), "--management.server.port=1", "--beadle.data-dir=" + data);
        assertThat(restored.err()).isEmpty();
        assertThat(restored.status()).isZero();
        assertThat(restored.out()).contains(copied.out().replaceAll("(?s).*: (\\d+ incidents).*", "$1"));

        // where no Beadle runs the command copies by itself
        Ended again = Commands.run(
                "backup",
                folder.resolve("again.zip").toString(),
                "--management.server.port=1",
                "--beadle.data-dir=" + data);
        assertThat(again.out()).contains(copied.out().replaceAll("(?s).*: (\\d+ incidents).*", "$1"));
    }

    @Test
    void whatIsInMongoDbIsForItsOwnTools() {
        Ended ended = Commands.run("backup", "x.zip", "--spring.mongodb.uri=mongodb://127.0.0.1:1/beadle");
        assertThat(ended.err()).contains("mongodump");
        assertThat(Commands.run("restore", "x.tar").status()).isEqualTo(64);
    }
}
