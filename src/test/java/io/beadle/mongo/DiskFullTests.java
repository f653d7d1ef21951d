package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the embedded store is full: nobody is told that something was kept which was not, and nothing kept is lost. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "The size of files is limited by the shell")
class DiskFullTests {
    /** 3 MB: enough to start on. */
    private static final int BLOCKS = 6_000;

    @BeforeAll
    static void beQuiet() {
        TestStore.quietly();
    }

    @Test
    void everyWriteThatDidNotFitIsRefusedAndEveryOtherIsThereAfterwards(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("store.mv");
        List<String> kept = new ArrayList<>();
        KillableStore full = KillableStore.startWithDisk(file, BLOCKS);
        try (MongoClient client = full.client()) {
            MongoCollection<Document> documents = client.getDatabase("test").getCollection("documents");
            assertThatThrownBy(() -> {
                        for (int n = 0; n < 10_000; n++) {
                            documents.insertOne(document(n));
                            kept.add(String.valueOf(n));
                        }
                    })
                    .isInstanceOf(MongoException.class);
            assertThat(kept).isNotEmpty().hasSizeLessThan(10_000);
            assertThatThrownBy(() -> documents.insertOne(document(20_000)))
                    .as("and so is the next one")
                    .isInstanceOf(MongoException.class);
        } finally {
            full.kill();
        }

        KillableStore again = KillableStore.start(file);
        try (MongoClient client = again.client()) {
            MongoCollection<Document> documents = client.getDatabase("test").getCollection("documents");
            assertThat(kept)
                    .allSatisfy(id -> assertThat(documents.find(Filters.eq(id)).first())
                            .isEqualTo(document(Integer.parseInt(id))));
            documents.insertOne(document(30_000));
        } finally {
            again.kill();
        }
    }

    private static Document document(int n) {
        return new Document("_id", String.valueOf(n)).append("text", ("words of " + n + ' ').repeat(800));
    }
}
