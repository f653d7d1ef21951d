package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Policy;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.document.FileSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexStoreTests {
    private static final Embedder EMBEDDER = Embedder.load();
    private static final Spelling SPELLING = Spelling.load();

    @TempDir
    Path folder;

    private Path policies;

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @BeforeEach
    void write() throws IOException {
        policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
    }

    @Test
    void usesTheIndexOfLastTimeWhenNothingChanged() throws Exception {
        build();
        FileTime made = Files.getLastModifiedTime(segments(onlyIndex()));
        build();

        assertThat(Files.getLastModifiedTime(segments(onlyIndex()))).isEqualTo(made);
    }

    @Test
    void makesAnotherIndexWhenADocumentChanged() throws Exception {
        build();
        Files.writeString(policies.resolve("paper.txt"), "Nothing is thrown away by anybody any more.");

        assertThat(build()).extracting(Policy::title).contains("paper");
        assertThat(indexes()).hasSize(2);
    }

    @Test
    void keepsOnlyTheLatestIndexes() throws Exception {
        for (int i = 0; i < 5; i++) {
            Files.writeString(policies.resolve("paper.txt"), "Paper number " + i + " is the one that is kept.");
            build();
        }
        assertThat(indexes()).hasSize(3);
    }

    @Test
    void leavesAloneWhatAnotherProcessIsMakingAndDeletesWhatAKilledOneLeft() throws Exception {
        Path making = Files.createDirectories(folder.resolve("index/unfinished1"));
        Path left = Files.createDirectories(folder.resolve("index/unfinished2"));
        Files.setLastModifiedTime(making, FileTime.from(Suites.NOW.minus(Duration.ofHours(23))));
        Files.setLastModifiedTime(left, FileTime.from(Suites.NOW.minus(Duration.ofHours(25))));

        build();

        assertThat(indexes()).hasSize(2).contains(making).doesNotContain(left);
    }

    @Test
    void makesADamagedIndexAnew() throws Exception {
        build();
        try (Stream<Path> files = Files.list(onlyIndex())) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        assertThat(build()).hasSize(3);
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void findsByWordsAndByMeaningAndMeasuresBoth() throws Exception {
        List<Found> found;
        List<Found> meant;
        List<Found> nowhere;
        try (PolicyIndex index = open()) {
            found = index.find(index.asked("caretaker", Set.of()), List.of("fenmarsh-keys.md"), 10);
            meant = index.find(index.asked("shredding secret documents", Set.of()), List.of("paper.txt"), 10);
            nowhere = index.find(index.asked("caretaker", Set.of()), List.of(), 10);
        }

        assertThat(found).hasSize(2);
        assertThat(found.getFirst().passage().heading()).isEqualTo("Lending keys");
        assertThat(found.getFirst().words()).isPositive();
        assertThat(found.getLast().words()).isZero();
        assertThat(meant.getFirst().whole()).isBetween(0.2, 1.0);
        assertThat(nowhere).isEmpty();
    }

    private List<Policy> build() throws IOException {
        try (PolicyIndex index = open()) {
            return index.policies();
        }
    }

    private PolicyIndex open() throws IOException {
        FileSources sources = new FileSources(Suites.properties(policies, folder));
        return new IndexStore(
                        folder.resolve("index"),
                        InstantSource.fixed(Suites.NOW),
                        new Language(
                                CompletableFuture.completedFuture(EMBEDDER),
                                CompletableFuture.completedFuture(SPELLING),
                                new Thesaurus(Suites.glossary())))
                .open(sources.read().texts());
    }

    private Path onlyIndex() throws IOException {
        assertThat(indexes()).hasSize(1);
        return indexes().getFirst();
    }

    private static Path segments(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> file.getFileName().toString().startsWith("segments"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.toList();
        }
    }
}
