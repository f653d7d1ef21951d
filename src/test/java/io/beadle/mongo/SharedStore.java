package io.beadle.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.FileSystemUtils;

/** One embedded store for all tests of this run that need any, each with a database of its own. */
public final class SharedStore {
    private static final TestStore STORE = start();

    private SharedStore() {}

    public static MongoTemplate newDatabase() {
        return STORE.newDatabase();
    }

    private static TestStore start() {
        try {
            Path folder = Files.createTempDirectory("beadle-tests");
            TestStore store = TestStore.in(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                store.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
