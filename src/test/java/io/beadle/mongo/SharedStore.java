package io.beadle.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * One embedded store for all tests of this run that need any, each with a database of its own. With
 * {@code -Dbeadle.test.mongodb-uri=…} it is the MongoDB there instead, on which the databases are dropped in the end.
 */
public final class SharedStore {
    private static final TestStore STORE = start();

    private SharedStore() {}

    public static MongoTemplate newDatabase() {
        return STORE.newDatabase();
    }

    private static TestStore start() {
        String uri = System.getProperty("beadle.test.mongodb-uri", "");
        if (!uri.isEmpty()) {
            TestStore store = TestStore.at(uri);
            Runtime.getRuntime().addShutdownHook(new Thread(store::close));
            return store;
        }
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
