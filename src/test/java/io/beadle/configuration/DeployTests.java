package io.beadle.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files by which Beadle is run on a server, as far as they can be looked at without running it. */
class DeployTests {
    private static final Path FOLDER = Path.of("src/deploy");
    private static final Pattern NAME = Pattern.compile("\\b(BEADLE_[A-Z_]+)(?==|: )");

    @ParameterizedTest
    @ValueSource(strings = {"beadle.env.example", "compose.yaml", "beadle.service", "Containerfile"})
    void eachVariableIsAPropertyThatSomethingReads(String file) throws IOException {
        KnownProperties known = new KnownProperties();
        Set<String> named = new TreeSet<>();
        NAME.matcher(read(file)).results().map(found -> found.group(1)).forEach(named::add);
        // Compose puts these two together itself
        named.removeAll(List.of("BEADLE_MONGODB_URI", "BEADLE_POLICIES"));

        assertThat(named)
                .isNotEmpty()
                .allMatch(name -> known.has(name.toLowerCase(Locale.ROOT).replace('_', '.'), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beadle.service", "Containerfile"})
    void eachStartsTheJvmWithTheOptionsOfAllOthers(String file) throws IOException {
        assertThat(read(file)).contains(options().split(" "));
    }

    /** Their content is personal data: see README.md there, "Memory dumps". */
    @ParameterizedTest
    @ValueSource(strings = {"beadle.service", "Containerfile"})
    void whatTheJvmWritesWhenItBreaksGoesWhereOnlyBeadleReads(String file) throws IOException {
        assertThat(read(file))
                .contains("-XX:HeapDumpPath=/var/lib/beadle/dumps", "-XX:ErrorFile=/var/lib/beadle/dumps/hs_err_%p.log")
                .doesNotContain("+HeapDumpOnOutOfMemoryError")
                .containsAnyOf("StateDirectoryMode=0700", "-m 700 /var/lib/beadle /var/lib/beadle/dumps");
        assertThat(read("beadle.service")).contains("LimitCORE=0", "UMask=0077");
        assertThat(new YAMLMapper()
                        .readTree(read("compose.yaml"))
                        .at("/services/beadle/ulimits/core")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void theLauncherStartsTheJvmWithTheSameOptionsAndTheOperatorsAfterThem(@TempDir Path home) throws Exception {
        Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n[ \"$1\" = -Djarmode=tools ] && exit 1\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.copy(Path.of("beadle"), home.resolve("beadle"));
        Files.createFile(Files.createDirectory(home.resolve("target")).resolve("beadle.jar"));

        ProcessBuilder launcher = new ProcessBuilder("sh", "beadle", "check").directory(home.toFile());
        launcher.environment().put("BEADLE_JAVA_HOME", home.resolve("jdk").toString());
        launcher.environment().put("BEADLE_JAVA_OPTS", "-Xmx3g");

        assertThat(output(launcher)).contains(options() + " -Xmx3g -jar ").endsWith("check");
    }

    @Test
    void noDumpIsWrittenWhereTheMachineAsksForOneAndTheOneAskedForOfBeadleNamesANumber(@TempDir Path folder)
            throws Exception {
        assertThat(runOutOfMemory(folder)).contains("OutOfMemoryError");
        assertThat(folder).isEmptyDirectory();

        assertThat(runOutOfMemory(folder, "-XX:+HeapDumpOnOutOfMemoryError", "-XX:HeapDumpPath=" + folder))
                .contains("OutOfMemoryError");
        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(dump -> {
                assertThat(dump.getFileName().toString()).matches("java_pid\\d+\\.hprof");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump)))
                        .isEqualTo("rw-------");
            });
        }
    }

    private static String runOutOfMemory(Path folder, String... more) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options().split(" ")));
        command.addAll(List.of(more));
        command.addAll(List.of("-Xms16m", "-Xmx16m", "-cp", classPath(), OutOfMemory.class.getName()));
        ProcessBuilder jvm = new ProcessBuilder(command).directory(folder.toFile());
        jvm.environment().put("JAVA_TOOL_OPTIONS", "-XX:+HeapDumpOnOutOfMemoryError");
        return output(jvm);
    }

    /** From whatever folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Holds all that there is. */
    static final class OutOfMemory {
        private OutOfMemory() {}

        static void main() {
            List<byte[]> held = new ArrayList<>();
            while (held.size() < 1_000) {
                held.add(new byte[1 << 20]);
            }
        }
    }

    private static String output(ProcessBuilder of) throws IOException, InterruptedException {
        Process process = of.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    private static String options() throws IOException {
        return Files.readString(Path.of("pom.xml")).replaceFirst("(?s).*<beadle.jvm>(.*?)</beadle.jvm>.*", "$1");
    }

    @Test
    void theComposeFileKeepsTheStoreToItselfAndBeadleOnLoopback() throws IOException {
        JsonNode compose = new YAMLMapper().readTree(read("compose.yaml"));
        JsonNode beadle = compose.at("/services/beadle");
        assertThat(compose.at("/services/mongo/ports").isMissingNode()).isTrue();
        assertThat(compose.at("/networks/store/internal").asBoolean()).isTrue();
        assertThat(beadle.path("ports").values())
                .allMatch(port -> port.asString().startsWith("127.0.0.1:"));
        assertThat(compose.at("/services/mongo/entrypoint/2").asString()).contains("--replSet rs0", "--keyFile");
        for (String service : List.of("mongo", "beadle")) {
            compose.at("/services/" + service + "/secrets")
                    .forEach(secret -> assertThat(compose.at("/secrets").has(secret.asString()))
                            .isTrue());
        }
    }

    @Test
    void theReadmeNamesEveryFileThere() throws IOException {
        String readme = read("README.md");
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allMatch(readme::contains);
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }
}
