package io.beadle.knowledge.index;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the indexes: each is a folder named by its version, 1 and up. An index is written elsewhere and moved in
 * place, so one that is here is a whole one.
 */
record IndexFolder(Path folder) {
    private static final String UNFINISHED = "unfinished";
    private static final String ANSWERING = "answering";

    /** Beside the one the service answers from: those of last time, and of who tries other sources in the same folder. */
    private static final int KEPT = 3;

    /** The newest first. */
    List<Integer> versions() throws IOException {
        return folders()
                .map(IndexFolder::number)
                .filter(number -> number > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    Path path(int version) {
        return folder.resolve(String.valueOf(version));
    }

    /** As in {@link Label}; empty if it cannot be read. */
    Map<String, String> label(int version) {
        try (FSDirectory directory = FSDirectory.open(path(version))) {
            return SegmentInfos.readLatestCommit(directory).getUserData();
        } catch (IOException | RuntimeException e) {
            return Map.of();
        }
    }

    /** An empty folder to write an index in. */
    Path begin() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, UNFINISHED);
    }

    /** Makes what was written the next version; another process may have taken that a moment ago. */
    int publish(Path written, Instant now) throws IOException {
        while (true) {
            int version = versions().stream().findFirst().orElse(0) + 1;
            try {
                Files.move(written, path(version), StandardCopyOption.ATOMIC_MOVE);
                touch(version, now);
                return version;
            } catch (FileSystemException e) {
                if (!Files.isDirectory(path(version))) {
                    throw e;
                }
            }
        }
    }

    /** That it is in use, so that it is not among those deleted. */
    void touch(int version, Instant now) throws IOException {
        if (Files.isDirectory(path(version))) {
            Files.setLastModifiedTime(path(version), FileTime.from(now));
        }
    }

    void delete(int version) throws IOException {
        FileSystemUtils.deleteRecursively(path(version));
    }

    /** The version that the service answers from, or last did; 0 if it never has, or if that one is gone. */
    int answering() throws IOException {
        Path note = folder.resolve(ANSWERING);
        int version = Files.exists(note) ? Integer.parseInt(Files.readString(note)) : 0;
        return Files.isDirectory(path(version)) ? version : 0;
    }

    /** Notes that the service answers from it. */
    void answering(int version) throws IOException {
        Path note = Files.writeString(Files.createTempFile(folder, ANSWERING, ""), String.valueOf(version));
        Files.move(note, folder.resolve(ANSWERING), StandardCopyOption.ATOMIC_MOVE);
    }

    /** All but those last used; of those being made, perhaps by another process, only what a killed one left behind. */
    void deleteOld(Instant now) throws IOException {
        int answering = answering();
        List<Path> latestFirst = folders()
                .sorted(Comparator.comparing(IndexFolder::lastUse)
                        .thenComparingInt(IndexFolder::number)
                        .reversed())
                .toList();
        List<Path> old = new ArrayList<>(latestFirst.stream()
                .filter(index -> !isUnfinished(index))
                .skip(KEPT)
                .filter(index -> number(index) == 0 || number(index) != answering)
                .toList());
        latestFirst.stream()
                .filter(index -> isUnfinished(index) && isForgotten(index, now))
                .forEach(old::add);
        for (Path index : old) {
            FileSystemUtils.deleteRecursively(index);
        }
    }

    private Stream<Path> folders() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList().stream();
        }
    }

    /** Its version; 0 if it is no finished index of this form. */
    private static int number(Path index) {
        String name = index.getFileName().toString();
        return name.matches("[1-9]\\d{0,8}") ? Integer.parseInt(name) : 0;
    }

    private static boolean isUnfinished(Path index) {
        return index.getFileName().toString().startsWith(UNFINISHED);
    }

    /** Left behind by a process that was killed: no index takes a day to make. */
    private static boolean isForgotten(Path index, Instant now) {
        return lastUse(index).toInstant().isBefore(now.minus(Duration.ofDays(1)));
    }

    private static FileTime lastUse(Path index) {
        try {
            return Files.getLastModifiedTime(index);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
