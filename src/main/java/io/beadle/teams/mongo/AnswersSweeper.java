package io.beadle.teams.mongo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Expires answered activities. The embedded store ignores TTL indexes, so this does for both stores. */
@Component
class AnswersSweeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AnswersSweeper.class);
    private static final long EVERY_MINUTES = 10;

    private final MongoAnsweredActivities answered;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("answers-sweeper").factory());
    private volatile @Nullable ScheduledFuture<?> sweeping;

    AnswersSweeper(MongoAnsweredActivities answered) {
        this.answered = answered;
    }

    @Override
    public void start() {
        sweeping = thread.scheduleWithFixedDelay(this::sweep, 0, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            long forgotten = answered.forgetOld();
            LOG.debug("Forgot answered activities: count={}", forgotten);
        } catch (RuntimeException e) {
            LOG.warn("Cannot forget answered activities: error={}", e.getClass().getName());
        }
    }

    @Override
    public void stop() {
        ScheduledFuture<?> running = sweeping;
        sweeping = null;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }
}
