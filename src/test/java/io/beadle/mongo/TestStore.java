package io.beadle.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import io.beadle.privacy.Cipher;
import io.beadle.privacy.TestCiphers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The embedded store on a file, with a client, for tests without a Spring context. */
public final class TestStore implements AutoCloseable {
    /** The same for all, as keys outlive the process that stored something. */
    private static final Cipher CIPHER = TestCiphers.newCipher();

    private static final CommandListener NOBODY = new CommandListener() {};

    /** Null where the server is another's. */
    private final @Nullable EmbeddedMongo server;

    private final MongoClient client;
    private final String prefix = "beadle-test-" + UUID.randomUUID() + '-';
    private final AtomicInteger databases = new AtomicInteger();

    private TestStore(@Nullable EmbeddedMongo server, String uri, CommandListener listener) {
        this.server = server;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(listener)
                .build());
    }

    public static TestStore in(Path folder) {
        return in(folder, NOBODY);
    }

    /** One whose client's commands are listened to. */
    public static TestStore in(Path folder, CommandListener listener) {
        quietly();
        EmbeddedMongo server = EmbeddedMongo.start(folder.resolve("store.mv"), 0);
        return new TestStore(server, server.connectionString(""), listener);
    }

    /** A MongoDB, or what speaks its language. */
    static TestStore at(String uri) {
        return at(uri, NOBODY);
    }

    public static TestStore at(String uri, CommandListener listener) {
        quietly();
        return new TestStore(null, uri, listener);
    }

    /** Without Spring Boot everything is logged at DEBUG, which is most of the time such a test takes. */
    static void quietly() {
        LoggingSystem logging = LoggingSystem.get(TestStore.class.getClassLoader());
        logging.setLogLevel("de.bwaldvogel.mongo", LogLevel.OFF);
        logging.setLogLevel("org.mongodb.driver", LogLevel.OFF);
        logging.setLogLevel("io.netty", LogLevel.OFF);
        logging.setLogLevel("org.springframework", LogLevel.OFF);
    }

    /** As a Beadle with those keys had it. */
    public MongoTemplate database(String name, Path keys) {
        return database(name, TestCiphers.of(keys));
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
        return database(prefix + databases.incrementAndGet());
    }

    @Override
    public void close() {
        if (server == null) {
            client.listDatabaseNames().into(new ArrayList<>()).stream()
                    .filter(name -> name.startsWith(prefix))
                    .forEach(this::drop);
        }
        client.close();
        if (server != null) {
            server.close();
        }
    }

    /** What the embedded server, run as another's, cannot drop, is left there. */
    private void drop(String name) {
        try {
            client.getDatabase(name).drop();
        } catch (MongoCommandException notEmpty) {
            System.err.println("left behind: " + name);
        }
    }
}
