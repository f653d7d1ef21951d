package io.beadle.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB server in this process, on loopback, with its databases in one file. A write it acknowledged survives the
 * process being killed, and no reader sees half a write. Fit for about 10,000 incidents: see RATIONALE.md.
 */
public final class EmbeddedMongo implements AutoCloseable {
    /** A command waiting for its commit holds its thread: so many writes can share one commit. */
    private static final int WORKERS = 32;

    private static final int CACHE_MEGABYTES = 64;

    /** A page is written as a whole by every commit that changes something on it. */
    private static final int PAGE_BYTES = 4 << 10;

    private final MongoServer server;
    private final DurableBackend backend;

    private EmbeddedMongo(MongoServer server, DurableBackend backend) {
        this.server = server;
        this.backend = backend;
    }

    /**
     * Opens the file, or makes it, and listens.
     *
     * @param port on the loopback address, or 0 for any free one
     * @throws EmbeddedMongoException if another process owns the file
     */
    public static EmbeddedMongo start(Path file, int port) {
        DurableBackend backend = new DurableBackend(open(file));
        MongoServer server = new MongoServer(backend);
        // on failure the server closes its back end, and so the file, by itself
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
        return new EmbeddedMongo(server, backend);
    }

    private static MVStore open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            keepToOwner(file);
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(CACHE_MEGABYTES)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .pageSplitSize(PAGE_BYTES)
                    .open();
            UniqueKeyType.order(store);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new EmbeddedMongoException("The embedded store " + file
                        + " is in use by another Beadle. Stop the other one, give this one its own beadle.data-dir, or share a MongoDB by"
                        + " spring.mongodb.uri.");
            }
            throw e;
        }
    }

    /** Nobody else on this machine may read the file, where its file system knows owners. */
    private static void keepToOwner(Path file) throws IOException {
        if (Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView(PosixFileAttributeView.class)) {
            if (Files.notExists(file)) {
                Files.createFile(file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    public String connectionString(String database) {
        return "mongodb://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port() + "/" + database;
    }

    /** Copies the file as an entry of the ZIP, with all that was acknowledged before; writes wait for it. */
    void copyTo(ZipOutputStream zip) throws IOException {
        backend.copyTo(zip);
    }

    /** Closes every connection, commits and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
