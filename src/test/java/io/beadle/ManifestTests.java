package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The package that the build made for Teams, as an administrator would upload it. */
class ManifestTests {
    private static final Path PACKAGE = Path.of("target/beadle-teams-app.zip");

    @Test
    void manifestKeepsToMicrosoftsSchema() throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/teams-manifest/MicrosoftTeams.schema.json")) {
            // [\b] is a backspace to JavaScript and an error to Java
            String readable = new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\\\\f\\\\b\\\\v", "\\\\f\\\\x08\\\\v");
            var official = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(readable);
            assertThat(official.validate(text("manifest.json"), InputFormat.JSON))
                    .isEmpty();
            assertThat(official.validate(
                            text("manifest.json").replace("tier1", "tier9").replace("\"prompt\"", "\"prose\""),
                            InputFormat.JSON))
                    .as("the schema finds mistakes")
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void manifestIsFilledInAndNamesTheBotOfItsApp() throws IOException {
        assertThat(text("manifest.json")).doesNotContain("@");
        JsonNode manifest = manifest();
        JsonNode bot = manifest.at("/bots/0");
        assertThat(bot.at("/botId")).isEqualTo(manifest.at("/id"));
        assertThat(bot.at("/scopes").toString()).isEqualTo("[\"personal\",\"team\",\"groupChat\"]");
        assertThat(manifest.at("/supportsChannelFeatures").asString()).isEqualTo("tier1");
        assertThat(manifest.at("/version").asString()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(manifest.at("/$schema").asString())
                .contains("/v" + manifest.at("/manifestVersion").asString() + "/");
    }

    @Test
    void everyPromptStarterSaysWhatItsTitlePromises() throws IOException {
        assertThat(manifest().at("/bots/0/commandLists"))
                .hasSize(3)
                .allSatisfy(list -> assertThat(list.at("/commands")).allSatisfy(command -> {
                    assertThat(command.at("/description").asString()).isNotBlank();
                    if (command.at("/type").asString().equals("prompt")) {
                        assertThat(command.at("/prompt")).isEqualTo(command.at("/title"));
                    }
                }));
    }

    @Test
    void messagesAreSearchedForByTheBotOfItsAppAtOnce() throws IOException {
        JsonNode extension = manifest().at("/composeExtensions/0");
        assertThat(extension.at("/botId")).isEqualTo(manifest().at("/id"));
        assertThat(extension.at("/commands/0/id").asString()).isEqualTo("searchPolicies");
        assertThat(extension.at("/commands/0/initialRun").asBoolean()).isTrue();
        assertThat(extension.at("/commands/0/parameters/0/name").asString()).isEqualTo("text");
    }

    @Test
    void aMessageIsReportedFromItsMenuByADialogThatBeadleFillsIn() throws IOException {
        JsonNode command = manifest().at("/composeExtensions/0/commands/1");
        assertThat(command.at("/id").asString()).isEqualTo("reportMessage");
        assertThat(command.at("/type").asString()).isEqualTo("action");
        assertThat(command.at("/context").toString()).isEqualTo("[\"message\"]");
        assertThat(command.at("/fetchTask").asBoolean()).isTrue();
    }

    @Test
    void colourIconFillsItsSquare() throws IOException {
        BufferedImage icon = image(manifest().at("/icons/color").asString());
        assertThat(icon.getWidth()).isEqualTo(192);
        assertThat(icon.getHeight()).isEqualTo(192);
        assertThat(pixels(icon)).allMatch(pixel -> pixel >>> 24 == 255);
    }

    @Test
    void outlineIconIsWhiteOnNothing() throws IOException {
        BufferedImage icon = image(manifest().at("/icons/outline").asString());
        assertThat(icon.getWidth()).isEqualTo(32);
        assertThat(icon.getHeight()).isEqualTo(32);
        assertThat(pixels(icon)).allMatch(pixel -> pixel >>> 24 == 0 || (pixel & 0xffffff) == 0xffffff);
        assertThat(pixels(icon)).anyMatch(pixel -> pixel >>> 24 == 0).anyMatch(pixel -> pixel >>> 24 == 255);
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    private static JsonNode manifest() throws IOException {
        return JsonMapper.shared().readTree(text("manifest.json"));
    }

    private static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static BufferedImage image(String name) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes(name)));
    }

    private static byte[] bytes(String name) throws IOException {
        try (ZipFile zip = new ZipFile(PACKAGE.toFile())) {
            return zip.getInputStream(Objects.requireNonNull(zip.getEntry(name), name))
                    .readAllBytes();
        }
    }
}
