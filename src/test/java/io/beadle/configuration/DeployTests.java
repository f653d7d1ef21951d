package io.beadle.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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
        String options =
                Files.readString(Path.of("pom.xml")).replaceFirst("(?s).*<beadle.jvm>(.*?)</beadle.jvm>.*", "$1");
        assertThat(read(file)).contains(options.split(" "));
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
