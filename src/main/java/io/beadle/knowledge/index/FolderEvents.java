package io.beadle.knowledge.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of changes in folders and all below them from the operating system; network shares mostly tell nothing. */
final class FolderEvents implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);

    private final List<Path> sources;
    private final WatchService events;

    /** Listens from now on. */
    FolderEvents(List<Path> sources) throws IOException {
        this.sources = sources;
        events = FileSystems.getDefault().newWatchService();
        listen();
    }

    /** Whether anything has changed since it was asked last. Does not wait. */
    boolean happened() {
        boolean happened = false;
        try {
            for (WatchKey key = events.poll(); key != null; key = events.poll()) {
                happened |= !key.pollEvents().isEmpty();
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            return false;
        }
        if (happened) {
            listen();
        }
        return happened;
    }

    /** To new folders too, and to one that was away; a folder that is listened to already is not listened to twice. */
    void listen() {
        for (Path source : sources) {
            try (Stream<Path> all = Files.walk(Files.isDirectory(source) ? source : folderOf(source), depth(source))) {
                for (Path folder : all.filter(Files::isDirectory).toList()) {
                    folder.register(
                            events,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_DELETE,
                            StandardWatchEventKinds.ENTRY_MODIFY);
                }
            } catch (IOException | UncheckedIOException e) {
                // looking at the folders from time to time finds the same changes later
                LOG.warn("event=folder-not-watched cause={}", e.toString());
            }
        }
    }

    private static int depth(Path source) {
        return Files.isDirectory(source) ? Integer.MAX_VALUE : 0;
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
