package io.beadle.incident.mongo;

import io.beadle.incident.Drafts;
import io.beadle.incident.DraftsContract;
import io.beadle.mongo.TestStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MongoDraftsTests implements DraftsContract {
    private static TestStore store;

    private Drafts drafts;

    @BeforeAll
    static void start(@TempDir Path folder) {
        store = TestStore.in(folder);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void openDatabase() {
        drafts = new MongoDrafts(store.newDatabase());
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }
}
