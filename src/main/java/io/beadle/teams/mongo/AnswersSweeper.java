package io.beadle.teams.mongo;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Expires answered activities. The embedded store ignores TTL indexes, so this does for both stores. */
@Component
class AnswersSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(AnswersSweeper.class);

    private final MongoAnsweredActivities answered;

    AnswersSweeper(MongoAnsweredActivities answered) {
        this.answered = answered;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            long forgotten = answered.forgetOld();
            LOG.debug("Forgot answered activities: count={}", forgotten);
        } catch (RuntimeException e) {
            LOG.warn("Cannot forget answered activities: error={}", e.getClass().getName());
        }
    }
}
