package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.beadle.selftest.Finding;
import io.beadle.selftest.Finding.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.MongoTemplate;

class StoreChecksTests {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theStoreIsWrittenReadAndLeftAsItWas() {
        MongoTemplate mongo = SharedStore.newDatabase();
        assertThat(new StoreCheck(mongo).look(NOW))
                .containsExactly(Finding.ok("selftest.store", "selftest.store.good"));
        assertThat(mongo.getCollection("selfTests").countDocuments()).isZero();
    }

    @Test
    void aStoreThatIsNotThereHasFailed() {
        try (var client =
                MongoClients.create("mongodb://127.0.0.1:1/beadle?serverSelectionTimeoutMS=200&connectTimeoutMS=200")) {
            assertThat(new StoreCheck(new MongoTemplate(client, "beadle")).look(NOW))
                    .singleElement()
                    .isEqualTo(Finding.failed("selftest.store", "selftest.store.none", "MongoTimeoutException"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2147483648, OK", "1073741823, WARNING", "209715199, FAILED", "0, FAILED"})
    void littleRoomIsToldBeforeThereIsNone(long bytes, State state) {
        assertThat(disk(folder).finding(bytes).state()).isEqualTo(state);
    }

    @Test
    void aFolderThatIsNotThereCannotBeWrittenTo() throws IOException {
        Path missing = folder.resolve("missing");
        assertThat(disk(missing).look(NOW))
                .containsExactly(Finding.failed("selftest.disk", "selftest.disk.closed", missing.toString()));
        Files.createDirectory(missing);
        assertThat(disk(missing).look(NOW).getFirst().text())
                .startsWith("selftest.disk.")
                .isNotEqualTo("selftest.disk.closed");
    }

    private static DiskCheck disk(Path folder) {
        return new DiskCheck(new StoreSettings(folder, new StoreSettings.Store(false), new StoreSettings.Teams("")));
    }
}
