package io.beadle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Folders for the data of one Beadle each, left for whoever wants to look at them; with the index of the bundled policies in it. */
final class DataFolder {
    private static final Path KEPT = Server.TARGET.resolve("suite");

    private DataFolder() {}

    static Path empty() throws IOException {
        return Files.createTempDirectory(Server.TARGET, "data");
    }

    /** With a copy of the index that {@link #makeIndex} has made, so that no measurement waits for one. */
    static Path withIndex() throws IOException {
        return copy(KEPT, empty());
    }

    /** Has Beadle make the index, if it is not there or of another version. */
    static void makeIndex() throws IOException, InterruptedException {
        Server.run("ask", StartUp.QUESTION, "--beadle.knowledge.index-dir=" + KEPT.resolve("index"));
    }

    /** Copies a folder with all below it to another one, which is returned. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }
}
