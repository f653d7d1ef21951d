package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.knowledge.KnowledgeBusyException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTests {
    private final Turns turns = new Turns();

    @AfterEach
    void stop() throws InterruptedException {
        turns.stop();
    }

    @Test
    void isComputedOnAPlatformThreadWhoeverAsks() throws InterruptedException {
        Thread[] used = new Thread[1];
        Thread.ofVirtual()
                .start(() -> used[0] = turns.take(Thread::currentThread))
                .join();

        assertThat(used[0].isVirtual()).isFalse();
        assertThat(used[0].getName()).startsWith("knowledge-");
    }

    @Test
    void whatGoesWrongComesBackAsItWas() {
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalArgumentException("no such clause");
                }))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such clause");
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IOException("disk");
                }))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void whoIsInterruptedWhileWaitingStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> turns.take(() -> {
                        never.await();
                        return 1;
                    }))
                    .hasMessageContaining("Interrupted while waiting");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void onceStoppedItTakesNoMore() throws InterruptedException {
        assertThat(turns.stop()).isTrue();
        assertThatThrownBy(() -> turns.take(() -> 1)).isInstanceOf(KnowledgeBusyException.class);
    }
}
