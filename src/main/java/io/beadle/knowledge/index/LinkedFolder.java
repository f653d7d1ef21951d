package io.beadle.knowledge.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;

/**
 * A folder that takes over the files of another one under its own names, where the disk can, instead of copying them: those of a
 * finished index never change.
 */
final class LinkedFolder extends FilterDirectory {
    private final Path folder;
    private final Path other;

    LinkedFolder(Path folder, Path other) throws IOException {
        super(FSDirectory.open(folder));
        this.folder = folder;
        this.other = other;
    }

    @Override
    public void copyFrom(Directory from, String source, String target, IOContext context) throws IOException {
        try {
            Files.createLink(folder.resolve(target), other.resolve(source));
        } catch (IOException | UnsupportedOperationException noLinks) {
            super.copyFrom(from, source, target, context);
        }
    }
}
