package io.beadle.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KeyFileTests {
    private static final byte[] TEXT = "on the 38 bus".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private Path path;
    private KeyFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("keys/beadle.json");
        file = new KeyFile(path);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        file.make();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        file.add();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void isNeverMadeOverAnother() throws IOException {
        file.make();
        String before = Files.readString(path);
        assertThatThrownBy(file::make).isInstanceOf(KeyFileException.class).hasMessageContaining("beadle keys add");
        assertThat(path).hasContent(before);
    }

    @Test
    void aKeyComesIntoUseInThreeSteps() {
        file.make();
        Cipher first = new TinkCipher(file.read());
        byte[] early = first.encrypt(TEXT, "a");

        assertThat(file.add()).isEqualTo(2);
        Cipher added = new TinkCipher(file.read());
        assertThat(added.generation()).isEqualTo(first.generation());
        assertThatThrownBy(file::add).hasMessageContaining("beadle keys use");
        assertThatThrownBy(file::drop).hasMessageContaining("beadle keys use");

        file.use();
        Cipher used = new TinkCipher(file.read());
        assertThat(used.generation()).isNotEqualTo(first.generation());
        assertThat(used.decrypt(early, "a")).isEqualTo(TEXT);
        byte[] late = used.encrypt(TEXT, "a");
        assertThat(added.decrypt(late, "a"))
                .as("by an instance that does not use it yet")
                .isEqualTo(TEXT);

        assertThat(file.drop()).isOne();
        Cipher dropped = new TinkCipher(file.read());
        assertThat(dropped.decrypt(late, "a")).isEqualTo(TEXT);
        assertThatThrownBy(() -> dropped.decrypt(early, "a")).isInstanceOf(UndecipherableException.class);
        assertThat(dropped.keyed("29:ada", "drafts._id")).isEqualTo(first.keyed("29:ada", "drafts._id"));
    }

    @Test
    void whatIsNoKeyFileIsRefusedWithWhatToDo() throws IOException {
        assertThatThrownBy(file::read)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("beadle keys make");
        Files.createDirectories(path.getParent());
        for (String content : new String[] {"", "{}", "[]", "not json", "{\"encryption\":{},\"lookup\":{}}"}) {
            Files.writeString(path, content);
            assertThatThrownBy(file::read)
                    .as(content)
                    .isInstanceOf(KeyFileException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void localModeMakesItsKeysAndElseTheyAreDemanded() throws IOException {
        runner().run(context -> assertThat(context).hasSingleBean(Cipher.class));
        assertThat(folder.resolve("keys.json")).exists();
        runner().withPropertyValues("beadle.teams.app-id=x")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(KeyFileException.class)
                        .hasMessageContaining("beadle.privacy.key-file"));
        file.make();
        String generation = new TinkCipher(file.read()).generation();
        runner().withPropertyValues("beadle.teams.app-id=x", "beadle.privacy.key-file=" + path)
                .run(context ->
                        assertThat(context.getBean(Cipher.class).generation()).isEqualTo(generation));
        runner().withPropertyValues("beadle.teams.app-id=x", "beadle.privacy.keys=" + Files.readString(path))
                .run(context ->
                        assertThat(context.getBean(Cipher.class).generation()).isEqualTo(generation));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(PrivacyConfiguration.class)
                .withPropertyValues("beadle.data-dir=" + folder);
    }

    @Test
    void aLargeContentIsReadInPiecesAndNoticedWhenChanged() throws IOException {
        ContentCipher contents = new TinkContentCipher();
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        byte[] key = contents.newKey();
        byte[] encrypted = contents.encrypt(content, key);
        assertThat(contents.decrypt(new ByteArrayInputStream(encrypted), key).readAllBytes())
                .isEqualTo(content);

        byte[] changed = encrypted.clone();
        changed[200_000] ^= 1;
        byte[] cut = Arrays.copyOf(encrypted, 140_000);
        for (byte[] broken : new byte[][] {changed, cut}) {
            assertThatThrownBy(() -> contents.decrypt(new ByteArrayInputStream(broken), key)
                            .readAllBytes())
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> contents.decrypt(new ByteArrayInputStream(encrypted), contents.newKey())
                        .readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @Test
    void keysAreInNoText() {
        Keys keys = Keys.made();
        assertThat(keys.toString()).isEqualTo("Keys[1]");
        assertThat(new PrivacyConfiguration.PrivacySettings.Privacy(null, keys.json()).toString())
                .isEqualTo("Privacy[null]");
    }
}
