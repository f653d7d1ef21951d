package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Beadle;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class RehearseCommandTests {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void everythingIsAnsweredAndNothingIsLeft() throws IOException {
        List<String> before = rehearsals();

        assertThat(rehearse()).as("%s", told).isZero();

        assertThat(rehearsals()).isEqualTo(before);
    }

    /** Whoever prepares a new version does so beside the one that runs, on the same database, with the same configuration. */
    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void theDatabaseAndTheTeamsOfThisMachineAreNotTouched() throws IOException {
        System.setProperty("spring.mongodb.uri", "mongodb://127.0.0.1:1/real");
        System.setProperty("beadle.teams.app-id", "real");
        try {
            assertThat(rehearse()).as("%s", told).isZero();
        } finally {
            System.clearProperty("spring.mongodb.uri");
            System.clearProperty("beadle.teams.app-id");
        }
    }

    @Test
    void whereBeadleTakesNoActivityTheRehearsalFails() throws IOException {
        assertThat(rehearse("--spring.webflux.base-path=/elsewhere")).isOne();
        assertThat(told).singleElement().isEqualTo("The rehearsal broke off: Beadle answered 404");
    }

    private int rehearse(String... options) throws IOException {
        Files.writeString(folder.resolve("policy.md"), "# Laptops\n\n## 1 Theft\n\nCall IT when a laptop is stolen.\n");
        return new RehearseCommand(1, told::add)
                .run(
                        Beadle.class,
                        Stream.concat(Stream.of("--beadle.knowledge.sources=" + folder), Stream.of(options))
                                .toArray(String[]::new));
    }

    private static List<String> rehearsals() {
        String[] all = Path.of(System.getProperty("java.io.tmpdir"))
                .toFile()
                .list((File folder, String name) -> name.startsWith("beadle-rehearsal"));
        return all == null ? List.of() : List.of(all);
    }
}
