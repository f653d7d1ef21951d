package io.beadle.knowledge.index;

import io.beadle.knowledge.document.PolicyDocument;
import io.beadle.knowledge.document.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Indexes on disk, each in a folder named by its fingerprint: the documents' text, the edition of the reader and the model.
 * So an index that is found is the right one, and as it is written elsewhere and moved in place it is a whole one.
 */
final class IndexStore {
    private static final Logger LOG = LoggerFactory.getLogger(IndexStore.class);

    /** One for the service, the others for who tries other sources beside it in the same folder. */
    private static final String UNFINISHED = "unfinished";

    private static final int KEPT = 3;

    private final Path folder;
    private final InstantSource clock;
    private final Language language;

    IndexStore(Path folder, InstantSource clock, Language language) {
        this.folder = folder;
        this.clock = clock;
        this.language = language;
    }

    /** The index of these texts: the one of last time if nothing has changed and it is sound, else a new one. */
    PolicyIndex open(List<SourceText> texts) throws IOException {
        Path index = folder.resolve(fingerprint(texts));
        if (Files.isDirectory(index)) {
            try {
                Files.setLastModifiedTime(index, FileTime.from(clock.instant()));
                return read(index);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("event=index-damaged index={} cause={}", index, e.toString());
                FileSystemUtils.deleteRecursively(index);
            }
        }
        build(texts, index);
        deleteOld();
        return read(index);
    }

    private PolicyIndex read(Path index) throws IOException {
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index));
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return new PolicyIndex(reader, language);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void build(List<SourceText> texts, Path index) throws IOException {
        long start = System.nanoTime();
        Files.createDirectories(folder);
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        try {
            List<PolicyDocument> documents =
                    texts.stream().map(PolicyDocument::read).toList();
            new IndexBuilder(language.embedder().join(), clock).write(documents, unfinished);
            Files.move(unfinished, index, StandardCopyOption.ATOMIC_MOVE);
            LOG.info(
                    "event=index-built documents={} passages={} ms={}",
                    documents.size(),
                    documents.stream()
                            .mapToInt(document -> document.passages().size())
                            .sum(),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(index)) {
                throw e;
            }
            LOG.info("event=index-built-elsewhere index={}", index);
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    /** All but the last used; of those being made, perhaps by another process, only what a killed one left behind. */
    private void deleteOld() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            List<Path> latestFirst = folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(IndexStore::lastUse).reversed())
                    .toList();
            List<Path> old = Stream.concat(
                            latestFirst.stream()
                                    .filter(index -> !isUnfinished(index))
                                    .skip(KEPT),
                            latestFirst.stream().filter(index -> isUnfinished(index) && isForgotten(index)))
                    .toList();
            for (Path index : old) {
                FileSystemUtils.deleteRecursively(index);
            }
        }
    }

    private static boolean isUnfinished(Path index) {
        return index.getFileName().toString().startsWith(UNFINISHED);
    }

    /** Left behind by a process that was killed: no index takes a day to make. */
    private boolean isForgotten(Path index) {
        return lastUse(index).toInstant().isBefore(clock.instant().minus(Duration.ofDays(1)));
    }

    private static FileTime lastUse(Path index) {
        try {
            return Files.getLastModifiedTime(index);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static String fingerprint(List<SourceText> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((IndexBuilder.FORMAT + " " + PolicyDocument.EDITION + " " + Embedder.MODEL)
                    .getBytes(StandardCharsets.UTF_8));
            for (SourceText text : texts) {
                digest.update(("\0" + text.file() + "\0" + text.text()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
