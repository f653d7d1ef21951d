package io.beadle.bot;

import io.beadle.card.Card;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings a replaced card to the other devices, after the turn: the person who pressed has it already and does not wait.
 * The updates of one card go out one after another, and only the latest of those waiting does.
 */
@Component
final class CardUpdates implements SmartLifecycle {
    private static final long LONGEST_STOP_MILLIS = 10_000;
    private static final Logger log = LoggerFactory.getLogger(CardUpdates.class);

    private final Conversations conversations;
    private final Map<String, Update> waiting = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private volatile boolean running;

    CardUpdates(Conversations conversations) {
        this.conversations = conversations;
    }

    private record Update(Address in, String activity, Card card) {
        String key() {
            return in.conversation() + '/' + activity;
        }
    }

    void show(Address in, String activity, Card card) {
        Update update = new Update(in, activity, card);
        synchronized (waiting) {
            waiting.put(update.key(), update);
            if (underWay.add(update.key())) {
                Thread.ofVirtual().name("card-update").start(() -> work(update.key()));
            }
        }
    }

    private void work(String key) {
        for (Update update = next(key); update != null; update = next(key)) {
            try {
                conversations.update(
                        update.in(),
                        update.activity(),
                        Message.card(update.card().json(), update.card().summary()));
            } catch (DeliveryException e) {
                log.warn("card update refused status={} code={}", e.status(), e.code());
            } catch (RuntimeException e) {
                log.error("card update failed cause={}", e.getClass().getName());
            }
        }
    }

    private @Nullable Update next(String key) {
        synchronized (waiting) {
            Update update = waiting.remove(key);
            if (update == null) {
                underWay.remove(key);
                waiting.notifyAll();
            }
            return update;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Waits for the updates under way, for 10 seconds at most: a lost one is made good by the next. */
    @Override
    public void stop() {
        running = false;
        long deadline = System.nanoTime() + LONGEST_STOP_MILLIS * 1_000_000;
        synchronized (waiting) {
            long left = LONGEST_STOP_MILLIS;
            while (!underWay.isEmpty() && left > 0) {
                try {
                    waiting.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped after the turns have ended. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
