package io.beadle.knowledge.index;

import io.beadle.knowledge.document.FileSources;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Finds, opens and makes indexes on disk. One never changes. Its label says of which documents it was made. */
final class IndexStore {
    private static final Logger LOG = LoggerFactory.getLogger(IndexStore.class);

    /** Each is searched by itself; so many there are only where documents change every minute. */
    private static final int MOST_PIECES = 8;

    private final IndexFolder folder;
    private final InstantSource clock;
    private final Language language;
    private final FileSources sources;

    IndexStore(Path folder, InstantSource clock, Language language, FileSources sources) {
        this.folder = new IndexFolder(folder);
        this.clock = clock;
        this.language = language;
        this.sources = sources;
    }

    /** An index that is open; closing it closes the reader. */
    record Opened(int version, PolicyIndex index) implements Closeable {
        Catalogue catalogue() {
            return index.catalogue();
        }

        @Override
        public void close() throws IOException {
            index.close();
        }
    }

    /** The newest sound index of exactly these documents. */
    Optional<Opened> find(Inventory inventory) throws IOException {
        String wanted = inventory.fingerprint();
        for (int version : folder.versions()) {
            if (Label.fingerprint(folder.label(version)).equals(wanted)) {
                Optional<Opened> found = open(version);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The sound index that shares most documents with these, the newest of several; it saves most work. */
    Optional<Opened> nearest(Inventory inventory) throws IOException {
        Optional<Opened> nearest = Optional.empty();
        long most = -1;
        for (int version : folder.versions()) {
            Optional<Opened> found = open(version);
            if (found.isEmpty()) {
                continue;
            }
            long shared = shared(inventory, found.get().catalogue());
            Optional<Opened> worse = shared > most ? nearest : found;
            if (shared > most) {
                most = shared;
                nearest = found;
            }
            if (worse.isPresent()) {
                worse.get().close();
            }
        }
        return nearest;
    }

    private static long shared(Inventory inventory, Catalogue catalogue) {
        long same = inventory.entries().stream()
                .filter(entry -> catalogue
                        .find(entry.file().name())
                        .filter(entry::isSameAs)
                        .isPresent())
                .count();
        return catalogue.isOfThisKind() ? same + 1 : 0;
    }

    /**
     * Makes an index of these documents. What has not changed is taken over from the one before.
     *
     * @param embedding gives texts their vectors
     * @return the one before itself if another would be the same
     */
    Opened make(Inventory inventory, @Nullable Opened before, Function<List<String>, List<float[]>> embedding)
            throws IOException {
        return make(inventory, before, embedding, true);
    }

    /** As {@link #make}, but quicker by what can be put off: what has changed is a piece of its own, until {@link #join}. */
    Opened exchange(Inventory inventory, @Nullable Opened before, Function<List<String>, List<float[]>> embedding)
            throws IOException {
        boolean whole = before == null || before.catalogue().pieces() >= MOST_PIECES;
        return make(inventory, before, embedding, whole);
    }

    private Opened make(
            Inventory inventory,
            @Nullable Opened before,
            Function<List<String>, List<float[]>> embedding,
            boolean whole)
            throws IOException {
        long start = System.nanoTime();
        Catalogue catalogue = before == null ? null : before.catalogue();
        Intake intake = Intake.of(inventory, catalogue, sources, clock.instant());
        if (before != null
                && intake.changesNothing(before.catalogue())
                && inventory.fingerprint().equals(before.catalogue().fingerprint())) {
            return before;
        }
        Path unfinished = folder.begin();
        try {
            IndexBuilder.Base base = before == null || !before.catalogue().isOfThisKind() ? null : base(before);
            IndexBuilder builder = new IndexBuilder(embedding);
            Map<String, String> label = Label.of(inventory, intake, clock.instant());
            int embedded = whole || base == null
                    ? builder.write(unfinished, base, intake, label)
                    : builder.writeBeside(unfinished, base, intake, label);
            int version = folder.publish(unfinished, clock.instant());
            LOG.info(
                    "event=index-made version={} documents={} read={} embedded={} problems={} ms={}",
                    version,
                    inventory.entries().size(),
                    intake.put().size(),
                    embedded,
                    intake.problems().size(),
                    (System.nanoTime() - start) / 1_000_000);
            folder.deleteOld(clock.instant());
            return new Opened(
                    version,
                    read(
                            folder.path(version),
                            base == null ? Set.of() : base.catalogue().segments()));
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    /**
     * Makes an index that says the same, in one piece.
     *
     * @return that one itself if it is in one
     */
    Opened join(Opened pieces) throws IOException {
        if (pieces.catalogue().pieces() == 1) {
            return pieces;
        }
        long start = System.nanoTime();
        Path unfinished = folder.begin();
        try {
            IndexBuilder.Base base = base(pieces);
            new IndexBuilder(texts -> List.of())
                    .write(
                            unfinished,
                            base,
                            Intake.asBefore(pieces.catalogue()),
                            pieces.catalogue().label());
            int version = folder.publish(unfinished, clock.instant());
            LOG.info(
                    "event=index-joined version={} pieces={} ms={}",
                    version,
                    pieces.catalogue().pieces(),
                    (System.nanoTime() - start) / 1_000_000);
            folder.deleteOld(clock.instant());
            return new Opened(version, read(folder.path(version), Set.of()));
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    private IndexBuilder.Base base(Opened opened) {
        return new IndexBuilder.Base(folder.path(opened.version()), opened.catalogue());
    }

    /** That it is in use, so that it is not among those deleted. */
    void touch(int version) throws IOException {
        folder.touch(version, clock.instant());
    }

    /** Empty, and the index is deleted, if it is damaged. */
    Optional<Opened> open(int version) throws IOException {
        Path index = folder.path(version);
        try {
            PolicyIndex open = read(index, Set.of());
            touch(version);
            return Optional.of(new Opened(version, open));
        } catch (IOException | RuntimeException e) {
            LOG.warn("event=index-damaged index={} cause={}", index, e.toString());
            if (folder.label(version).getOrDefault(Label.KIND, Inventory.KIND).equals(Inventory.KIND)) {
                folder.delete(version);
            }
            return Optional.empty();
        }
    }

    /** The index that the service last answered from; empty if it never has, or if that one is gone or damaged. */
    Optional<Opened> answering() throws IOException {
        int version = folder.answering();
        return version == 0 ? Optional.empty() : open(version);
    }

    /** Notes that the service answers from it, so that it is not deleted, nor its documents forgotten. */
    void answering(int version) throws IOException {
        folder.answering(version);
    }

    /** @param sound segments that another index that is open has too, and that need not be read through again */
    private PolicyIndex read(Path index, Set<String> sound) throws IOException {
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index));
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (!sound.contains(Catalogue.segment(leaf))) {
                    leaf.reader().checkIntegrity();
                }
            }
            return new PolicyIndex(reader, language);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }
}
