package io.beadle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path folder = empty();
        try (Stream<Path> index = Files.walk(KEPT)) {
            index.filter(Files::isRegularFile).forEach(file -> copy(file, folder.resolve(KEPT.relativize(file))));
        }
        return folder;
    }

    /** Has Beadle make the index, if it is not there or of another version. */
    static void makeIndex() throws IOException, InterruptedException {
        Server.run("ask", StartUp.QUESTION, "--beadle.knowledge.index-dir=" + KEPT.resolve("index"));
    }

    private static void copy(Path file, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
