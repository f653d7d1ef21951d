package io.beadle.incident.mongo;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.WaitingFile;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MongoWaitingFilesTests {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final MongoWaitingFiles files = new MongoWaitingFiles(SharedStore.newDatabase());

    @Test
    void whatIsAskedAboutIsNotFetched() {
        WaitingFile asked = file("f1", "d1", null);
        files.insert(asked);
        files.insert(file("f2", null, null));
        assertThat(files.askedOf(REPORTER.id())).containsExactly(asked, file("f2", null, null));
        assertThat(files.askedOf(ALEX.id())).isEmpty();
        assertThat(files.due(NOON.plus(Duration.ofDays(9)), 9)).isEmpty();
    }

    @Test
    void whatIsSafeIsFetchedByOneAlone() {
        files.insert(file("f1", null, null));
        WaitingFile asked = files.askedOf(REPORTER.id()).getFirst();
        WaitingFile safe = files.replace(asked.confirmed("d1", NOON)).orElseThrow();
        assertThat(safe.report()).isEqualTo("d1");
        assertThat(files.replace(asked.confirmed("d2", NOON))).isEmpty();
        assertThat(files.due(NOON, 9)).containsExactly(safe);

        WaitingFile claimed = files.replace(safe.claim(NOON, LEASE)).orElseThrow();
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(files.replace(safe.claim(NOON, LEASE))).isEmpty();
        assertThat(files.due(NOON.plusSeconds(1), 9)).isEmpty();
        assertThat(files.due(NOON.plus(LEASE), 9)).as("its holder died").containsExactly(claimed);

        files.replace(claimed.retryAt(NOON.plusSeconds(5)));
        assertThat(files.due(NOON.plusSeconds(4), 9)).isEmpty();
        assertThat(files.due(NOON.plusSeconds(5), 9)).hasSize(1);
    }

    @Test
    void theLongestWaitingIsFetchedFirst() {
        files.insert(file("f1", "d1", NOON.plusSeconds(2)));
        files.insert(file("f2", "d1", NOON));
        files.insert(file("f3", "d1", NOON.plusSeconds(1)));
        assertThat(files.due(NOON.plusSeconds(9), 2))
                .extracting(WaitingFile::id)
                .containsExactly("f2", "f3");
    }

    @Test
    void remembersWhoFirstSaidThatItIsSafe() {
        assertThat(files.isConfirmed("d1")).isFalse();
        files.confirm("d1", REPORTER, NOON);
        files.confirm("d1", REPORTER, NOON.plusSeconds(1));
        assertThat(files.isConfirmed("d1")).isTrue();
        assertThat(files.isConfirmed("d2")).isFalse();
    }

    @Test
    void forgetsWhatNobodyNeeds() {
        files.insert(file("f1", "d1", NOON));
        files.insert(file("f2", "d1", null));
        files.insert(file("f3", null, null));
        files.insert(file("f4", "d2", NOON));
        files.confirm("d1", REPORTER, NOON);
        assertThat(files.reports()).containsExactlyInAnyOrder("d1", "d2");

        assertThat(files.deleteAskedBefore(NOON)).isZero();
        files.deleteOf("d1");
        assertThat(files.isConfirmed("d1")).isFalse();
        assertThat(files.reports()).containsExactly("d2");
        assertThat(files.deleteAskedBefore(NOON.plusMillis(1))).isEqualTo(1);
        assertThat(files.due(NOON, 9)).extracting(WaitingFile::id).containsExactly("f4");
        files.delete("f4");
        assertThat(files.due(NOON, 9)).isEmpty();
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() {
        WaitingFile due = file("f1", "d1", NOON);
        assertThat(due.confirmed("d2", NOON)).isSameAs(due);
        assertThat(due.meant("d2")).isSameAs(due);
        assertThat(due.toString()).isEqualTo("WaitingFile[f1]");
    }

    private static WaitingFile file(String id, @Nullable String report, @Nullable Instant due) {
        return new WaitingFile(
                id,
                0,
                report,
                REPORTER,
                "29:reporter",
                "chat",
                "photo.png",
                "png",
                "https://council.sharepoint.com/1",
                false,
                NOON,
                due,
                0);
    }
}
