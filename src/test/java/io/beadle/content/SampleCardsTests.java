package io.beadle.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Each template with its sample; the browser tests hold the same files against Microsoft's templating library. */
class SampleCardsTests {
    private static final Path TEMPLATES = Path.of("adaptive-cards");
    private static final Path APPROVED = Path.of("src/test/resources/card-samples");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".sample.json"))
                    .map(file -> file.replace(".sample.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void rendersAsApproved(String name) throws IOException {
        Map<String, Object> rendered = new CardTemplate(read(name + ".json")).render(read(name + ".sample.json"));

        String received = JSON.writeValueAsString(rendered).replace("\r\n", "\n") + "\n";
        Path approved = APPROVED.resolve(name + ".json");
        if (Boolean.getBoolean("cards.approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, received);
        }
        assertThat(received).isEqualTo(Files.readString(approved));
    }

    private static Map<String, Object> read(String file) throws IOException {
        return JSON.readValue(Files.readString(TEMPLATES.resolve(file)), new TypeReference<Map<String, Object>>() {});
    }
}
