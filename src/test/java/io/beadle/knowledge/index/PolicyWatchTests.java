package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beadle.Alongside;
import io.beadle.knowledge.ClauseChange;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.PolicyVersion;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.VersionChanges;
import io.beadle.knowledge.document.FileSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of policies is edited while Beadle serves; the test moves the clock, and looks when the scheduler would. */
@Alongside
class PolicyWatchTests {
    private static final String KEYS = "fenmarsh-keys.md";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private Path policies;
    private Instant now = Suites.NOW;
    private LiveIndex index;
    private PolicyWatch watch;
    private KeptVersions versions;

    @BeforeEach
    void serve() throws IOException {
        policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
        start();
        settle();
    }

    @AfterEach
    void stop() throws Exception {
        watch.destroy();
        index.destroy();
    }

    @Test
    void whatChangedIsAnsweredOnceItIsStill() throws Exception {
        edit(KEYS, "seven days", "nine days");
        now = now.plus(PolicyWatch.LOOK);
        watch.look();
        now = now.plus(PolicyWatch.HEARD).minusMillis(1);
        watch.look();
        assertThat(text(KEYS)).contains("seven days");
        now = now.plus(SECOND).plusMillis(1);
        watch.look();

        assertThat(text(KEYS)).contains("nine days").doesNotContain("seven days");
        assertThat(index.status().version()).isEqualTo(2);
        assertThat(index.status().indexed()).isEqualTo(now);
    }

    @Test
    void aFileThatIsStillBeingCopiedIsNotRead() throws Exception {
        write("visitors.md", "# Visitors\n\n## 1 Badges\n\nEvery visitor wears a ye");
        now = now.plus(PolicyWatch.LOOK);
        for (int i = 0; i < 5; i++) {
            watch.look();
            now = now.plus(SECOND);
            write("visitors.md", Files.readString(policies.resolve("visitors.md")) + "e");
        }
        assertThat(files()).doesNotContain("visitors.md");
        write("visitors.md", "# Visitors\n\n## 1 Badges\n\nEvery visitor wears a yellow badge.\n");
        settle();

        assertThat(text("visitors.md")).contains("yellow badge");
        assertThat(index.status().version()).isEqualTo(2);
    }

    @Test
    void hearsOfAChangeBeforeItWouldLook() throws Exception {
        Path below = Files.createDirectories(policies.resolve("below"));
        settle();
        Files.writeString(below.resolve("visitors.md"), "# Visitors\n\n## 1 Badges\n\nEvery visitor wears a badge.\n");
        Instant written = now;
        Awaitility.await().until(() -> {
            now = now.plusMillis(100);
            watch.look();
            return files().contains("visitors.md");
        });

        assertThat(now).isBefore(written.plus(PolicyWatch.LOOK));
        assertThat(files()).contains("visitors.md");
    }

    @Test
    void isMadeOnePieceAgainWhenNothingChangesForAMinute() throws Exception {
        edit(KEYS, "seven days", "nine days");
        settle();
        assertThat(pieces()).isEqualTo(2);
        now = now.plus(PolicyWatch.LOOK);
        watch.look();

        assertThat(pieces()).isEqualTo(1);
        assertThat(text(KEYS)).contains("nine days").doesNotContain("seven days");
        assertThat(index.status().version()).isEqualTo(3);
        assertThat(versions.of(KEYS)).hasSize(2);

        now = now.plus(PolicyWatch.LOOK);
        watch.look();
        assertThat(index.status().version()).isEqualTo(3);
    }

    @Test
    void aDocumentThatIsDeletedIsGoneFromAnswersAndKeptAsAVersion() throws Exception {
        Files.delete(policies.resolve("paper.txt"));
        settle();

        assertThat(files()).doesNotContain("paper.txt");
        assertThat(versions.of("paper.txt"))
                .extracting(PolicyVersion::since, PolicyVersion::until)
                .containsExactly(tuple(Suites.NOW, now));
        assertThat(versions.changes("paper.txt")).isEmpty();
    }

    @Test
    void aDocumentThatCannotBeReadAnyMoreAnswersAsItLastCould() throws Exception {
        edit(KEYS, "seven days", "nine days");
        settle();
        Instant lastGood = now;
        now = now.plus(Duration.ofDays(3));
        write(KEYS, " ");
        settle();

        assertThat(text(KEYS)).contains("nine days");
        assertThat(index.status().problems())
                .singleElement()
                .asString()
                .contains("; until then answers come from the version read on 2 March 2026");
        assertThat(versions.of(KEYS).getFirst().since()).isEqualTo(lastGood);

        write(KEYS, "# Fenmarsh keys policy\n\n## 1 Lost keys\n\nA lost key is reported at once.\n");
        settle();
        assertThat(index.status().problems()).isEmpty();
        assertThat(text(KEYS)).contains("at once");
    }

    @Test
    void aFolderThatIsAwayTakesNothingAway() throws Exception {
        Files.move(policies, folder.resolve("away"));
        now = now.plus(PolicyWatch.LOOK);
        settle();

        assertThat(files()).hasSize(3);
        assertThat(index.status().problems()).singleElement().asString().contains("policies: cannot be read");

        Files.move(folder.resolve("away"), policies);
        now = now.plus(PolicyWatch.LOOK);
        settle();
        assertThat(index.status().problems()).isEmpty();
        assertThat(index.status().version()).isEqualTo(1);
    }

    @Test
    void tellsWhatChangedBetweenTheNewestTwoVersions() throws Exception {
        for (String days : List.of("eight days", "nine days")) {
            edit(KEYS, "(seven|eight) days", days);
            now = now.plus(Duration.ofDays(1));
            settle();
        }

        assertThat(versions.of(KEYS)).hasSize(3);
        VersionChanges changes = versions.changes(KEYS).orElseThrow();
        assertThat(changes.before().until()).isEqualTo(changes.after().since());
        assertThat(changes.after().until()).isNull();
        assertThat(changes.clauses()).singleElement().satisfies(change -> {
            assertThat(change.section()).isEqualTo("2");
            assertThat(change).isInstanceOfSatisfying(ClauseChange.Changed.class, changed -> {
                assertThat(changed.before()).contains("eight days");
                assertThat(changed.after()).contains("nine days");
            });
        });
    }

    @Test
    void keepsTenVersionsOfADocumentBesideTheCurrentOne() throws Exception {
        for (int i = 0; i <= VersionStore.KEPT; i++) {
            edit(KEYS, "for at most .* days", "for at most " + i + " days");
            settle();
        }

        assertThat(versions.of(KEYS)).hasSize(1 + VersionStore.KEPT);
        assertThat(versions.of(KEYS).getLast().since()).isAfter(Suites.NOW);
    }

    @Test
    void aFileOfAnotherNameThatTakesTheOldOnesPlaceIsTheSamePolicy() throws Exception {
        edit(KEYS, "seven days", "eight days");
        settle();
        String next = Files.readString(policies.resolve(KEYS))
                .replace("Fenmarsh keys policy", "Fenmarsh keys policy v3.0")
                .replace("eight days", "nine days");
        Files.delete(policies.resolve(KEYS));
        write("keys-v3.md", next);
        settle();

        assertThat(files()).contains("keys-v3.md").doesNotContain(KEYS);
        assertThat(versions.of("keys-v3.md"))
                .extracting(version -> version.policy().document())
                .containsExactly("keys-v3.md", KEYS, KEYS);
        assertThat(versions.changes("keys-v3.md").orElseThrow().clauses()).hasSize(1);
        assertThat(versions.of("hillford-keys.md")).hasSize(1);
    }

    @Test
    void whatChangedWhileNobodyServedIsKeptAtTheNextStart() throws Exception {
        stop();
        edit(KEYS, "seven days", "nine days");
        now = now.plus(Duration.ofDays(2));
        start();
        settle();

        assertThat(text(KEYS)).contains("nine days");
        assertThat(versions.changes(KEYS).orElseThrow().clauses()).hasSize(1);
    }

    @Test
    void aQuestionUnderWayKeepsTheIndexItBeganWith() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch switched = new CountDownLatch(1);
        CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> index.with(open -> {
            begun.countDown();
            await(switched);
            return open.policies().stream().map(Policy::document).toList();
        }));
        begun.await();
        Files.delete(policies.resolve("paper.txt"));
        settle();
        assertThat(files()).doesNotContain("paper.txt");
        switched.countDown();

        assertThat(asked.get()).contains("paper.txt");
    }

    private void start() {
        KnowledgeProperties properties = Suites.properties(policies, folder.resolve("index"));
        FileSources sources = new FileSources(properties);
        index = new LiveIndex(properties, sources, Suites.glossary(), () -> now, Suites.LONDON);
        watch = new PolicyWatch(properties, sources, index, () -> now);
        versions = new KeptVersions(index);
        index.status();
    }

    /** Looks when it is time to, finds that something changed, and looks again when it is still. */
    private void settle() {
        now = now.plus(PolicyWatch.LOOK);
        watch.look();
        now = now.plus(PolicyWatch.SETTLED);
        watch.look();
    }

    private int pieces() {
        return index.with(open -> open.catalogue().pieces());
    }

    private String text(String file) {
        return index.with(open -> open.passagesOf(file)).toString();
    }

    private List<String> files() {
        return index.status().policies().stream().map(Policy::document).toList();
    }

    private void edit(String file, String from, String to) throws IOException {
        write(file, Files.readString(policies.resolve(file)).replaceAll(from, to));
    }

    /** Also on a file system whose times are coarse the change is seen. */
    private void write(String file, String text) throws IOException {
        Files.writeString(policies.resolve(file), text);
        Files.setLastModifiedTime(policies.resolve(file), FileTime.from(now));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
