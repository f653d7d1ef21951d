package io.beadle.mongo;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code POST /actuator/backup} on the management port: copies the store while Beadle runs on it. The copy stays in the data folder,
 * where its owner alone may read it, until {@code ./beadle backup} takes it away: nobody who reaches the port gets to see it, or
 * chooses where it is written.
 */
@Endpoint(id = "backup")
final class BackupEndpoint {
    private static final String FILE = "backup.zip";

    private final EmbeddedMongo store;
    private final Path folder;

    BackupEndpoint(EmbeddedMongo store, Path folder) {
        this.store = store;
        this.folder = folder.toAbsolutePath();
    }

    /** @param incidents how many are in the copy */
    record Copied(String file, long incidents) {}

    @WriteOperation
    synchronized Copied copy() throws IOException {
        Path zip = folder.resolve(FILE);
        return new Copied(zip.toString(), StoreBackup.write(store, folder, zip));
    }
}
