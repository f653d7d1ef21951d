package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void findsNothingWrongWithTheBundledContent() {
        assertThat(check()).isZero();
        assertThat(out()).endsWith("Index: none yet; the first start or question makes it.\nNo mistakes.\n");
    }

    @Test
    void remindsOfTheTimesThatOtherBodiesSetAndThatIsNoMistake() {
        assertThat(check()).isZero();
        assertThat(out().lines().filter(line -> line.startsWith("To fill in: ")))
                .anyMatch(line -> line.matches(".*bot/duties\\.yaml:\\d+: onward-nhs has no time: .*"))
                .anyMatch(line -> line.matches(".*bot/retention\\.yaml:\\d+: high has no time and is kept .*"))
                .allMatch(line -> line.contains("onward-") || line.contains("retention.yaml"));
    }

    @Test
    void listsEveryMistakeWithItsPlaceAndCountsThem() throws IOException {
        for (String file : new String[] {
            "acts.yaml",
            "assets.yaml",
            "contacts.yaml",
            "duties.yaml",
            "impact-matrix.yaml",
            "report-types.yaml",
            "retention.yaml",
            "roles.yaml",
            "routes.yaml"
        }) {
            Files.copy(Path.of("bot", file), folder.resolve(file));
        }
        Path types = folder.resolve("report-types.yaml");
        Files.writeString(types, Files.readString(types).replaceFirst("kind: moment", "kind: text"));
        Files.writeString(folder.resolve("messages.properties"), """
                thanks=You're welcome.
                nothing.uses.this=Text
                """);

        assertThat(check("--beadle.content.bot=" + folder, "--beadle.knowledge.sources=" + folder.resolve("none")))
                .isEqualTo(1);

        assertThat(out().lines())
                .anyMatch(line -> line.matches(".*messages\\.properties:1: thanks has a .* out of place.*"))
                .anyMatch(line -> line.matches(".*messages\\.properties:2: nothing uses the key nothing.uses.this.*"))
                .anyMatch(line -> line.matches(".*report-types\\.yaml:\\d+: .*its kind must be moment.*"))
                .anyMatch(line ->
                        line.matches(".*report-types\\.yaml:\\d+: .*typed text, which never goes to a channel.*"))
                .anyMatch(line -> line.contains("none: cannot be read"))
                .last()
                .isEqualTo("5 to correct.");
    }

    @Test
    void saysWhatIsWrongWithTheReadersSettingsInTheWordsWithWhichItRefusesToStart() {
        assertThat(check(
                        "--beadle.public-url=http://localhost:3978?x=1",
                        "--beadle.policies.key=short",
                        "--beadle.policies.link-lifetime=12h"))
                .isEqualTo(1);

        assertThat(out().lines())
                .filteredOn(line -> !line.startsWith("To fill in: "))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("beadle.public-url must be an https address")
                        && line.contains("it is http://localhost:3978?x=1"))
                .anyMatch(line -> line.startsWith("beadle.policies.key is too short"))
                .last()
                .isEqualTo("2 to correct in the configuration; then check again for the rest.");
    }

    @Test
    void anAddressOfThisMachineIsRightOnlyWhereBeadleIsForNobodyElse() {
        assertThat(check("--beadle.public-url=http://localhost:3978")).isZero();
        assertThat(check(registered("--beadle.public-url=http://localhost:3978")))
                .isEqualTo(1);
        assertThat(check(registered("--beadle.public-url=https://beadle.example/help/")))
                .isZero();
        assertThat(check("--beadle.policies.link-lifetime=soon")).isEqualTo(1);
        assertThat(out()).contains("beadle.policies.link-lifetime: \"soon\" is no length of time");
    }

    private static String[] registered(String property) {
        return new String[] {
            property,
            "--beadle.teams.app-id=1",
            "--beadle.teams.tenant-id=2",
            "--beadle.teams.managed-identity=true",
            "--beadle.privacy.key-file=keys.json",
            "--beadle.store.accept-embedded=true"
        };
    }

    private int check(String... args) {
        String[] all = Stream.concat(Arrays.stream(args), Stream.of("--beadle.data-dir=" + folder.resolve("data")))
                .toArray(String[]::new);
        return new CheckCommand(new PrintStream(out, true, StandardCharsets.UTF_8)).run(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
