package io.beadle.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.MVStore;

/** Databases in an {@link MVStore} that answers a write only when it is committed. */
final class DurableBackend extends H2Backend {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection");

    private static final Set<String> READS = Set.of("find", "getmore");

    /** As MongoDB does unasked: all in one answer is soon more than the 48 MB that the driver takes. */
    private static final int BATCH = 100;

    /** Commits between two rewrites of sparse chunks, without which the file only grows. */
    private static final int COMMITS_BETWEEN_COMPACTIONS = 500;

    private static final int COMPACTED_FILL_PERCENT = 70;
    private static final int COMPACTED_BYTES = 4 << 20;
    /** Compaction at the end would move what is stored to other places in the file: see RATIONALE.md. */
    private static final int NO_COMPACTION = 0;

    private final GroupCommit group = new GroupCommit(this::commitAndCompact);
    private int commits;

    /** @param store without automatic commits: they could hold the half of a write */
    DurableBackend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) { // the health check's, unknown to the base class by its new name
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        if (READS.contains(name)) {
            query.putIfAbsent("batchSize", BATCH);
        }
        return WRITES.contains(name)
                ? group.write(() -> super.handleCommand(channel, database, command, query))
                : super.handleCommand(channel, database, command, query);
    }

    private void commitAndCompact() {
        getMvStore().commit();
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            getMvStore().compact(COMPACTED_FILL_PERCENT, COMPACTED_BYTES);
        }
    }

    /**
     * Copies the file as it is after a commit. Writes wait meanwhile: while they went on, H2 would copy a file that grows as fast as it is
     * read, for ever. It is read by H2's own channel, since to close another one would give up the lock on the file.
     */
    void copyTo(ZipOutputStream zip) throws IOException {
        try {
            group.alone(() -> {
                try {
                    getMvStore().getFileStore().backup(zip);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public void close() {
        getMvStore().close(NO_COMPACTION);
        super.close();
    }
}
