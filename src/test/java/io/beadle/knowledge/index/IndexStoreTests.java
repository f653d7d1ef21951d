package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.document.FileSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

@Alongside
class IndexStoreTests {
    private static final Embedder EMBEDDER = Embedder.load();
    private static final Spelling SPELLING = Spelling.load();

    @TempDir
    Path folder;

    private final List<String> embedded = new ArrayList<>();
    private Path policies;
    private Instant now = Suites.NOW;

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
        embedded.clear();
        build();

        assertThat(indexes()).containsExactly("1");
        assertThat(embedded).isEmpty();
    }

    @Test
    void embedsOnlyWhatADocumentSaysNew() throws Exception {
        build();
        embedded.clear();
        write("fenmarsh-keys.md", read("fenmarsh-keys.md").replace("seven days", "nine days"));

        assertThat(build()).hasSize(3);
        assertThat(indexes()).containsExactly("1", "2");
        assertThat(embedded)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("at most nine days"))
                .anySatisfy(text -> assertThat(text).contains("caretaker"));
    }

    @Test
    void anIndexMadeFromAnotherAnswersLikeOneMadeFromNothing() throws Exception {
        build();
        Files.delete(policies.resolve("hillford-keys.md"));
        write("fenmarsh-keys.md", read("fenmarsh-keys.md").replace("seven days", "nine days"));
        write(
                "visitors.md",
                "# Visitors\n\n## 1 Badges\n\nEvery visitor wears a yellow badge and is met at the door.\n");
        List<Found> increment;
        try (IndexStore.Opened opened = open()) {
            increment = all(opened.index());
        }
        List<Found> whole;
        try (IndexStore.Opened opened = store(folder.resolve("other")).make(inventory(), null, EMBEDDER::texts)) {
            whole = all(opened.index());
        }

        assertThat(increment)
                .hasSize(4)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(whole);
    }

    @Test
    void whatIsExchangedIsAPieceOfItsOwnUntilBothAreJoined() throws Exception {
        List<Found> exchanged;
        List<Found> joined;
        try (IndexStore.Opened before = open()) {
            Files.delete(policies.resolve("hillford-keys.md"));
            write("fenmarsh-keys.md", read("fenmarsh-keys.md").replace("seven days", "nine days"));
            write("visitors.md", "# Visitors\n\n## 1 Badges\n\nEvery visitor wears a badge and is met at the door.\n");
            try (IndexStore.Opened pieces = store().exchange(inventory(), before, EMBEDDER::texts)) {
                assertThat(pieces.catalogue().pieces()).isEqualTo(2);
                exchanged = all(pieces.index());
                assertThat(pieces.index().passages()).isEqualTo(4);
                assertThat(pieces.index().passagesOf("fenmarsh-keys.md"))
                        .extracting(Passage::text)
                        .hasSize(2)
                        .noneMatch(text -> text.contains("seven days"));
                try (IndexStore.Opened whole = store().join(pieces)) {
                    assertThat(whole.catalogue().pieces()).isEqualTo(1);
                    assertThat(whole.catalogue().label())
                            .isEqualTo(pieces.catalogue().label());
                    joined = all(whole.index());
                }
            }
        }
        List<Found> whole;
        try (IndexStore.Opened opened = store(folder.resolve("other")).make(inventory(), null, EMBEDDER::texts)) {
            whole = all(opened.index());
        }

        assertThat(joined).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(whole);
        // words of what is gone are counted until then
        assertThat(exchanged)
                .extracting(found -> found.passage().id())
                .containsExactlyElementsOf(
                        whole.stream().map(found -> found.passage().id()).toList());
    }

    @Test
    void anIndexOutlivesTheOneWhoseFilesItShares() throws Exception {
        try (IndexStore.Opened before = open()) {
            write("paper.txt", "Nothing is thrown away by anybody any more.");
            store().exchange(inventory(), before, EMBEDDER::texts).close();
        }
        FileSystemUtils.deleteRecursively(folder.resolve("index/1"));
        embedded.clear();

        assertThat(build()).hasSize(3);
        assertThat(indexes()).containsExactly("2");
        assertThat(embedded).isEmpty();
    }

    @Test
    void manyPiecesAreJoinedByTheNextExchange() throws Exception {
        List<Integer> pieces = new ArrayList<>();
        IndexStore.Opened opened = open();
        for (int i = 0; i < 10; i++) {
            write("paper-" + i + ".txt", "Paper number " + i + " is the one that is kept.");
            IndexStore.Opened next = store().exchange(inventory(), opened, EMBEDDER::texts);
            opened.close();
            opened = next;
            pieces.add(opened.catalogue().pieces());
        }
        assertThat(opened.index().passages()).isEqualTo(15);
        opened.close();

        assertThat(pieces).containsExactly(2, 3, 4, 5, 6, 7, 8, 1, 2, 3);
    }

    @Test
    void aDocumentThatIsGoneIsNotFoundAnyMore() throws Exception {
        write("quillets.md", "# Quillets\n\n## 1 Lending\n\nEvery quillet is lent by the caretaker for one week.\n");
        try (IndexStore.Opened opened = open()) {
            assertThat(opened.index().correct("quilllet")).isEqualTo("quillet");
        }
        Files.delete(policies.resolve("quillets.md"));

        try (IndexStore.Opened opened = open()) {
            PolicyIndex index = opened.index();
            assertThat(index.policies())
                    .extracting(Policy::document)
                    .containsExactly("fenmarsh-keys.md", "hillford-keys.md", "paper.txt");
            assertThat(index.passages()).isEqualTo(5);
            assertThat(index.find(index.asked("quillet", Set.of()), List.of("quillets.md"), 10))
                    .isEmpty();
            assertThat(index.correct("quilllet")).isEqualTo("quilllet");
        }
    }

    @Test
    void aDocumentThatCannotBeReadAnyMoreStaysAsItWas() throws Exception {
        build();
        now = now.plus(Duration.ofDays(9));
        write("paper.txt", " ");

        try (IndexStore.Opened opened = open()) {
            IndexedDocument paper = opened.catalogue().find("paper.txt").orElseThrow();
            assertThat(paper.since()).isEqualTo(Suites.NOW);
            assertThat(opened.catalogue().content(paper).passages())
                    .anySatisfy(passage -> assertThat(passage.text()).contains("locked grey bins"));
            assertThat(new ProblemLines(opened.catalogue(), Suites.LONDON).with(List.of()))
                    .singleElement()
                    .asString()
                    .contains("paper.txt: is empty")
                    .endsWith("; until then answers come from the version read on 2 March 2026");
        }
    }

    @Test
    void thereIsAnIndexEvenWhereNoDocumentCanBeRead() throws Exception {
        for (String file : List.of("fenmarsh-keys.md", "hillford-keys.md", "paper.txt")) {
            write(file, " ");
        }
        try (IndexStore.Opened opened = open()) {
            PolicyIndex index = opened.index();
            assertThat(index.find(index.asked("lost key", Set.of()), List.of(), 10))
                    .isEmpty();
            assertThat(index.passages()).isZero();
            assertThat(opened.catalogue().problems()).hasSize(3);
        }
        write("paper.txt", "Confidential paper goes into the locked grey bins, which are emptied every Thursday.");
        assertThat(build()).hasSize(1);
    }

    @Test
    void keepsOnlyTheLatestIndexesAndTheOneThatAnswers() throws Exception {
        build();
        store().answering(1);
        for (int i = 0; i < 5; i++) {
            write("paper.txt", "Paper number " + i + " is the one that is kept.");
            build();
        }
        assertThat(indexes()).containsExactly("1", "4", "5", "6", "answering");
    }

    @Test
    void leavesAloneWhatAnotherProcessIsMakingAndDeletesWhatAKilledOneLeft() throws Exception {
        Path making = Files.createDirectories(folder.resolve("index/unfinished1"));
        Path left = Files.createDirectories(folder.resolve("index/unfinished2"));
        Files.setLastModifiedTime(making, FileTime.from(Suites.NOW.minus(Duration.ofHours(23))));
        Files.setLastModifiedTime(left, FileTime.from(Suites.NOW.minus(Duration.ofHours(25))));

        build();

        assertThat(indexes()).containsExactly("1", "unfinished1");
    }

    @Test
    void makesADamagedIndexAnew() throws Exception {
        build();
        damage("1");

        assertThat(build()).hasSize(3);
        assertThat(indexes()).containsExactly("1");
    }

    @Test
    void startsFromTheNearestSoundIndexWhereTheLastIsDamaged() throws Exception {
        build();
        write("paper.txt", "Nothing is thrown away by anybody any more.");
        build();
        damage("2");
        embedded.clear();

        assertThat(build()).hasSize(3);
        assertThat(indexes()).containsExactly("1", "2");
        assertThat(embedded).isNotEmpty().allSatisfy(text -> assertThat(text).contains("thrown away"));
    }

    @Test
    void findsByWordsAndByMeaningAndMeasuresBoth() throws Exception {
        List<Found> found;
        List<Found> meant;
        List<Found> nowhere;
        try (IndexStore.Opened opened = open()) {
            PolicyIndex index = opened.index();
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

    private static List<Found> all(PolicyIndex index) {
        List<String> files = index.policies().stream().map(Policy::document).toList();
        return index.find(index.asked("who keeps the list of keys", Set.of()), files, 10);
    }

    private List<Policy> build() throws IOException {
        try (IndexStore.Opened opened = open()) {
            return opened.index().policies();
        }
    }

    /** As it is opened at start. */
    private IndexStore.Opened open() throws IOException {
        IndexStore store = store();
        Optional<IndexStore.Opened> found = store.find(inventory());
        if (found.isPresent()) {
            return found.get();
        }
        Optional<IndexStore.Opened> nearest = store.nearest(inventory());
        try {
            return store.make(inventory(), nearest.orElse(null), texts -> {
                embedded.addAll(texts);
                return EMBEDDER.texts(texts);
            });
        } finally {
            if (nearest.isPresent()) {
                nearest.get().close();
            }
        }
    }

    private Inventory inventory() {
        return new Inventories(sources(), () -> now).of(sources().list());
    }

    private FileSources sources() {
        return new FileSources(Suites.properties(policies, folder));
    }

    private IndexStore store() {
        return store(folder.resolve("index"));
    }

    private IndexStore store(Path index) {
        InstantSource clock = () -> now;
        Language language = new Language(
                CompletableFuture.completedFuture(EMBEDDER),
                CompletableFuture.completedFuture(SPELLING),
                new Thesaurus(Suites.glossary()));
        return new IndexStore(index, clock, language, sources());
    }

    private String read(String file) throws IOException {
        return Files.readString(policies.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(policies.resolve(file), text);
    }

    private void damage(String index) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index").resolve(index))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
    }

    private List<String> indexes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
