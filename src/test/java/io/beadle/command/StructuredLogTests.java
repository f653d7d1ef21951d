package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process of its own: what is logged there disturbs no other test. */
class StructuredLogTests {
    @TempDir
    private Path folder;

    @Test
    void linesOfTheLogAreJsonWhenAskedForAndStandardOutputIsTheCommandsAlone() throws Exception {
        run("--logging.structured.format.console=ecs");

        List<JsonNode> lines = Files.readAllLines(log()).stream()
                .filter(line -> line.startsWith("{"))
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.at("/log/level").asString()).isNotEmpty();
            assertThat(line.path("message").asString()).isNotEmpty();
        });
        assertThat(Files.readString(out())).contains("Registration").doesNotContain("{\"@timestamp\"");
    }

    @Test
    void theyArePlainWhereNobodyAsks() throws Exception {
        run("--spring.main.banner-mode=off");
        assertThat(Files.readAllLines(log()))
                .isNotEmpty()
                .anyMatch(line -> line.contains(" DEBUG "))
                .noneMatch(line -> line.startsWith("{") || line.contains("Unknown format"));
        assertThat(Files.readString(out())).contains("Registration");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private void run(String option) throws Exception {
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "io.beadle.Beadle",
                        "self-test",
                        "--beadle.data-dir=" + folder,
                        "--management.server.port=1",
                        "--logging.level.org.springframework.context=debug",
                        option)
                .redirectError(log().toFile())
                .redirectOutput(out().toFile())
                .start();
        check.waitFor();
    }

    /** Without what the tests log by. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
