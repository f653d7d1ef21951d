package io.beadle.knowledge;

import io.beadle.knowledge.index.LiveIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/** The index of the bundled suite, made by the first process that wants it; the others of this build and the next one wait and find it. */
final class BundledIndex {
    private static final Path FOLDER = Path.of("target/bundled-index");

    static final KnowledgeProperties PROPERTIES = made();

    private BundledIndex() {}

    private static KnowledgeProperties made() {
        KnowledgeProperties properties =
                new KnowledgeProperties(List.of(), null, Set.of(), FOLDER, KnowledgeProperties.Documents.DEFAULT);
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel turn = FileChannel.open(
                    FOLDER.resolveSibling("bundled-index.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock();
                LiveIndex index = Suites.open(properties);
                try {
                    index.status();
                } finally {
                    index.destroy();
                }
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while the index was made", e);
        }
    }
}
