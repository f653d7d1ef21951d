package io.beadle.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTests {
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private volatile int committed;

    @Test
    void aWriteReturnsWhenItIsCommitted() {
        GroupCommit group = new GroupCommit(() -> committed = writes.get());
        assertThat(group.write(writes::incrementAndGet)).isEqualTo(1);
        assertThat(committed).isEqualTo(1);
    }

    @Test
    void oneCommitServesAllWhoWait() throws Exception {
        int writers = 16;
        CyclicBarrier all = new CyclicBarrier(writers);
        GroupCommit group = new GroupCommit(() -> {
            commits.incrementAndGet();
            committed = writes.get();
        });
        List<Thread> threads = new ArrayList<>();
        AtomicInteger tooEarly = new AtomicInteger();
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                int mine = group.write(() -> {
                    join(all); // none commits before the last has begun to write
                    return writes.incrementAndGet();
                });
                if (committed < mine) {
                    tooEarly.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(tooEarly).hasValue(0);
        assertThat(commits).hasValueBetween(1, writers - 1);
    }

    @Test
    void noCommitHoldsHalfAWrite() throws Exception {
        AtomicInteger halves = new AtomicInteger();
        AtomicInteger tornCommits = new AtomicInteger();
        GroupCommit group = new GroupCommit(() -> {
            if (halves.get() % 2 != 0) {
                tornCommits.incrementAndGet();
            }
        });
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        Thread slow = Thread.startVirtualThread(() -> group.write(() -> {
            halves.incrementAndGet();
            begun.countDown();
            join(proceed);
            return halves.incrementAndGet();
        }));
        begun.await();
        Thread other = Thread.startVirtualThread(() -> group.write(() -> 0));
        await().until(() -> List.of(State.WAITING, State.TERMINATED).contains(other.getState()));
        proceed.countDown();
        slow.join();
        other.join();
        assertThat(tornCommits).hasValue(0);
    }

    @Test
    void aRefusedWriteWaitsForWhatRefusedIt() {
        GroupCommit group = new GroupCommit(commits::incrementAndGet);
        assertThatThrownBy(() -> group.write(() -> {
                    throw new IllegalArgumentException("taken");
                }))
                .hasMessage("taken");
        assertThat(commits).hasValue(1);
    }

    @Test
    void aWriteWhoseCommitFailedIsNotAcknowledged() {
        GroupCommit group = new GroupCommit(() -> {
            throw new IllegalStateException("disk full");
        });
        assertThatThrownBy(() -> group.write(() -> "written")).hasMessage("disk full");
        assertThatThrownBy(() -> group.write(() -> "written")).hasMessage("disk full");
    }

    private static void join(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
