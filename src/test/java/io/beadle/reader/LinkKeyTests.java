package io.beadle.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.reader.ReaderSettings.Policies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkKeyTests {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndReadableByItsOwnerAlone() throws Exception {
        ReaderSettings settings = settings(folder.resolve("data"), null);
        byte[] key = LinkKey.of(settings);

        assertThat(key).hasSize(32);
        assertThat(LinkKey.of(settings)).isEqualTo(key);
        assertThat(LinkKey.of(settings(folder.resolve("other"), null))).isNotEqualTo(key);
        assertThat(Files.getPosixFilePermissions(folder.resolve("data").resolve(LinkKey.FILE)))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void instancesThatStartTogetherAgreeOnOne() throws Exception {
        ReaderSettings settings = settings(folder, null);
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            Callable<String> start =
                    () -> new String(LinkKey.of(settings), java.nio.charset.StandardCharsets.ISO_8859_1);
            List<Future<String>> keys = instances.invokeAll(java.util.Collections.nCopies(8, start));
            assertThat(keys.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
    }

    @Test
    void aConfiguredKeyLeavesNoFile() throws Exception {
        assertThat(LinkKey.of(settings(folder, "k".repeat(32)))).hasSize(32);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void saysWhatToDoAboutAFileThatIsNoKey() throws Exception {
        Files.writeString(folder.resolve(LinkKey.FILE), "half a key");

        assertThatThrownBy(() -> LinkKey.of(settings(folder, null)))
                .hasMessageContaining(LinkKey.FILE)
                .hasMessageContaining("remove it");
    }

    private static ReaderSettings settings(Path data, @Nullable String key) {
        return new ReaderSettings(
                null, data, new Policies(false, Duration.ofHours(12), key), new ReaderSettings.Teams(null));
    }
}
