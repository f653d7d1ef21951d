package io.beadle.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.beadle.privacy.Cipher;
import io.beadle.privacy.TestCiphers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The embedded store on a file, with a client, for tests without a Spring context. */
public final class TestStore implements AutoCloseable {
    /** The same for all, as keys outlive the process that stored something. */
    private static final Cipher CIPHER = TestCiphers.newCipher();

    private final EmbeddedMongo server;
    private final MongoClient client;
    private final AtomicInteger databases = new AtomicInteger();

    private TestStore(EmbeddedMongo server) {
        this.server = server;
        this.client = MongoClients.create(server.connectionString(""));
    }

    public static TestStore in(Path folder) {
        quietly();
        return new TestStore(EmbeddedMongo.start(folder.resolve("store.mv"), 0));
    }

    /** Without Spring Boot everything is logged at DEBUG, which is most of the time such a test takes. */
    static void quietly() {
        LoggingSystem logging = LoggingSystem.get(TestStore.class.getClassLoader());
        logging.setLogLevel("de.bwaldvogel.mongo", LogLevel.OFF);
        logging.setLogLevel("org.mongodb.driver", LogLevel.OFF);
        logging.setLogLevel("io.netty", LogLevel.OFF);
        logging.setLogLevel("org.springframework", LogLevel.OFF);
    }

    /** As the application has it, encrypted. */
    public MongoTemplate database(String name) {
        return database(name, CIPHER);
    }

    MongoTemplate database(String name, Cipher by) {
        return new MongoTemplate(new SealedDatabaseFactory(new SimpleMongoClientDatabaseFactory(client, name), by));
    }

    /** As whoever has no keys sees it. */
    public MongoDatabase plain(String name) {
        return client.getDatabase(name);
    }

    /** One that no other test uses. */
    public MongoTemplate newDatabase() {
        return database("test" + databases.incrementAndGet());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
