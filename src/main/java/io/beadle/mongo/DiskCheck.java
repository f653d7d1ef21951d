package io.beadle.mongo;

import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much room is left where the index, earlier versions of policies and the embedded store are. */
@Component
final class DiskCheck implements SelfCheck {
    /** A second index, which is made before the first is deleted, and the store's growth before it reuses its space. */
    private static final DataSize WARNS = DataSize.ofGigabytes(1);

    private static final DataSize FAILS = DataSize.ofMegabytes(200);
    private static final String DISK = "selftest.disk";

    private final Path folder;

    DiskCheck(StoreSettings settings) {
        folder = settings.dataDir();
    }

    @Override
    public String about() {
        return DISK;
    }

    @Override
    public List<Finding> look(Instant now) {
        try {
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                return List.of(Finding.failed(DISK, "selftest.disk.closed", folder.toString()));
            }
            return List.of(finding(Files.getFileStore(folder).getUsableSpace()));
        } catch (IOException e) {
            return List.of(Finding.failed(DISK, "selftest.disk.closed", folder.toString()));
        }
    }

    /** What so many bytes left mean. */
    Finding finding(long left) {
        long megabytes = DataSize.ofBytes(left).toMegabytes();
        if (left < FAILS.toBytes()) {
            return Finding.failed(DISK, "selftest.disk.full", megabytes, folder.toString());
        }
        return left < WARNS.toBytes()
                ? Finding.warning(DISK, "selftest.disk.low", megabytes, folder.toString())
                : Finding.ok(DISK, "selftest.disk.good", megabytes);
    }
}
