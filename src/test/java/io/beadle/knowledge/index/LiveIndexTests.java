package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.Alongside;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.SourcesMissingException;
import io.beadle.knowledge.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alongside
class LiveIndexTests {
    @TempDir
    Path folder;

    private Path policies;

    @BeforeEach
    void write() throws IOException {
        policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
    }

    @Test
    void saysWhichSourceIsMissing() {
        assertThatThrownBy(() -> Suites.open(Suites.properties(folder.resolve("nowhere"), folder.resolve("index"))))
                .isInstanceOf(SourcesMissingException.class)
                .hasMessageContaining("nowhere: cannot be read");
    }

    @Test
    void saysThatItIsBusyWhenTooManyWait() throws Exception {
        LiveIndex index = Suites.open(Suites.properties(policies, folder.resolve("index")));
        index.with(PolicyIndex::passages);
        CountDownLatch release = new CountDownLatch(1);
        Semaphore refused = new Semaphore(0);
        int many = 2000;
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                askers.execute(() -> {
                    try {
                        index.with(open -> await(release));
                    } catch (KnowledgeBusyException e) {
                        refused.release();
                    }
                });
            }
            assertThat(refused.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            release.countDown();
        }
        index.destroy();
    }

    @Test
    void stoppedWhileItIsMadeItLeavesNothingHalfDoneAndIsMadeAtTheNextStart() throws Exception {
        LiveIndex begun = Suites.open(Suites.properties(policies, folder.resolve("index")));
        begun.destroy();

        LiveIndex next = Suites.open(Suites.properties(policies, folder.resolve("index")));

        assertThat(next.with(PolicyIndex::passages)).isPositive();
        next.destroy();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
