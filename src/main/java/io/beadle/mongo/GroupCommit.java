package io.beadle.mongo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Makes writes durable, many by one commit. Writes run side by side; a commit runs alone, so that none ever holds the
 * half of a write.
 */
final class GroupCommit {
    private final Runnable commit;
    private final ReadWriteLock commands = new ReentrantReadWriteLock();
    private final AtomicLong written = new AtomicLong();
    private long committed;

    GroupCommit(Runnable commit) {
        this.commit = commit;
    }

    /**
     * Runs a write and returns once a commit that began after it has ended. A write that fails waits too: what it
     * failed on, such as a key already taken, is then as durable as the answer says it is.
     */
    <T> T write(Supplier<T> command) {
        try {
            commands.readLock().lock();
            try {
                return command.get();
            } finally {
                commands.readLock().unlock();
            }
        } finally {
            awaitCommit(written.incrementAndGet());
        }
    }

    /** Commits what is written and does something before anything else is: every write waits for it. */
    void alone(Runnable work) {
        commands.writeLock().lock();
        try {
            long all = written.get();
            commit.run();
            committed = all;
            work.run();
        } finally {
            commands.writeLock().unlock();
        }
    }

    /** The first of a group to get the lock commits for all whose write has ended; the others find it done. */
    private void awaitCommit(long write) {
        commands.writeLock().lock();
        try {
            if (committed < write) {
                long all = written.get();
                commit.run();
                committed = all;
            }
        } finally {
            commands.writeLock().unlock();
        }
    }
}
