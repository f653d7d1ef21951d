package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What any store of drafts must do. */
public interface DraftsContract {
    /** Empty, and the same within a test. */
    Drafts drafts();

    default Draft begin(String id, Person reporter, Instant at) {
        return drafts().begin(Draft.begin(id, reporter, "lost-device", Map.of("item", "phone"), at));
    }

    @Test
    default void aDraftIsFoundByItsIdAndByItsReporter() {
        Draft draft = begin("draft-1", REPORTER, NOON);
        assertThat(drafts().find("draft-1")).contains(draft);
        assertThat(drafts().openOf(REPORTER.id())).contains(draft);
        assertThat(drafts().find("draft-2")).isEmpty();
        assertThat(drafts().openOf(ALEX.id())).isEmpty();
    }

    @Test
    default void everythingTypedIsKeptInOrder() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("z.where", "on the \"8:15\" $train");
        said.put("a", "");
        Draft changed = begin("draft-1", REPORTER, NOON)
                .answered(said, NOON.plusSeconds(1))
                .at(3, NOON.plusSeconds(2))
                .asking("where", NOON.plusSeconds(2))
                .shownIn(new Draft.Place("chat", "29:pat", "card"));
        Draft stored = drafts().replace(changed).orElseThrow();
        assertThat(drafts().find("draft-1")).contains(stored);
        assertThat(stored.answers()).containsExactlyEntriesOf(changed.answers());
        assertThat(stored.answers().keySet()).containsExactly("item", "z.where", "a");
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.step()).isEqualTo(3);
        assertThat(stored.asked()).isEqualTo("where");
        assertThat(stored.prefilled()).containsExactly("item");
        assertThat(stored.place()).isEqualTo(new Draft.Place("chat", "29:pat", "card"));
    }

    @Test
    default void beginningAgainGoesOnWithTheOpenDraft() {
        Draft old = begin("draft-1", REPORTER, NOON);
        Draft other = begin("draft-2", ALEX, NOON);
        assertThat(begin("draft-3", REPORTER, NOON.plusSeconds(1))).isEqualTo(old);
        assertThat(drafts().openOf(REPORTER.id())).contains(old);
        assertThat(drafts().find("draft-3")).isEmpty();
        assertThat(drafts().find("draft-2")).contains(other);
        drafts().delete("draft-1");
        assertThat(begin("draft-4", REPORTER, NOON).id()).isEqualTo("draft-4");
    }

    @Test
    default void ofDraftsBegunAtTheSameMomentOneIsOpenAndEverybodyGetsIt() throws Exception {
        int devices = 8;
        for (int round = 0; round < 5; round++) {
            CyclicBarrier together = new CyclicBarrier(devices);
            String id = "draft-" + round + "-";
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Draft>> taps = IntStream.range(0, devices)
                        .<Callable<Draft>>mapToObj(device -> () -> {
                            together.await();
                            return begin(id + device, REPORTER, NOON);
                        })
                        .toList();
                Draft open = null;
                for (Future<Draft> begun : threads.invokeAll(taps)) {
                    open = drafts().openOf(REPORTER.id()).orElseThrow();
                    assertThat(begun.get()).isEqualTo(open);
                }
                drafts().delete(Objects.requireNonNull(open).id());
            }
        }
    }

    @Test
    default void aChangeOfAnOldVersionIsRefused() {
        Draft read = begin("draft-1", REPORTER, NOON);
        Draft changed = drafts().replace(read.at(1, NOON)).orElseThrow();
        assertThat(drafts().replace(read.at(2, NOON))).isEmpty();
        assertThat(drafts().find("draft-1")).contains(changed);
    }

    @Test
    default void aDeletedDraftIsGone() {
        Draft draft = begin("draft-1", REPORTER, NOON);
        drafts().delete("draft-1");
        drafts().delete("draft-1");
        assertThat(drafts().openOf(REPORTER.id())).isEmpty();
        assertThat(drafts().replace(draft.at(1, NOON))).isEmpty();
    }

    @Test
    default void draftsLeftAloneAreFoundTheLongestFirst() {
        Draft late = begin("draft-1", REPORTER, NOON.plusSeconds(9));
        Draft early = begin("draft-2", ALEX, NOON);
        assertThat(drafts().untouchedSince(NOON.plusSeconds(10))).containsExactly(early, late);
        assertThat(drafts().untouchedSince(NOON.plusSeconds(9))).containsExactly(early);
    }

    @Test
    default void whatWasGoneOnWithIsNotDeletedAsUntouched() {
        Draft read = begin("draft-1", REPORTER, NOON);
        Draft changed = drafts().replace(read.at(1, NOON)).orElseThrow();
        assertThat(drafts().deleteUntouched(read)).isFalse();
        assertThat(drafts().deleteUntouched(changed)).isTrue();
        assertThat(drafts().find("draft-1")).isEmpty();
    }
}
