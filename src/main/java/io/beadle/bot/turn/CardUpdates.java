package io.beadle.bot.turn;

import io.beadle.card.Card;
import io.beadle.teams.Address;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings a replaced card to every device. The updates of one card go out one after another, and only the latest of those waiting does: every update of a
 * card that people press goes this way, or an older one could undo it.
 */
@Component
public final class CardUpdates implements SmartLifecycle {
    private static final long LONGEST_STOP_MILLIS = 5_000;
    private static final Logger log = LoggerFactory.getLogger(CardUpdates.class);

    private final Conversations conversations;
    private final Map<String, Update> waiting = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private volatile boolean running;

    public CardUpdates(Conversations conversations) {
        this.conversations = conversations;
    }

    private record Update(Address in, String activity, Card card, CompletableFuture<Boolean> done) {
        String key() {
            return in.conversation() + '/' + activity;
        }
    }

    /** Shows the card in place of that activity, soon. */
    public void show(Address in, String activity, Card card) {
        add(new Update(in, activity, card, new CompletableFuture<>()));
    }

    /**
     * The same, and waits for it, but no longer than {@code within}: true once this card or a later one stands there, false
     * if Teams did not take it, or not yet.
     */
    public boolean showNow(Address in, String activity, Card card, Duration within) {
        Update update = new Update(in, activity, card, new CompletableFuture<>());
        add(update);
        return update.done()
                .completeOnTimeout(false, within.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void add(Update update) {
        synchronized (waiting) {
            if (!running) {
                update.done().complete(false);
                return;
            }
            Update overtaken = waiting.put(update.key(), update);
            if (overtaken != null) {
                overtaken.done().complete(true);
            }
            if (underWay.add(update.key())) {
                Thread.ofVirtual().name("card-update").start(() -> work(update.key()));
            }
        }
    }

    private void work(String key) {
        for (Update update = next(key); update != null; update = next(key)) {
            boolean taken = false;
            try {
                conversations.update(
                        update.in(),
                        update.activity(),
                        Message.card(update.card().json(), update.card().summary()));
                taken = true;
            } catch (DeliveryException e) {
                log.warn("card update refused status={} code={}", e.status(), e.code());
            } catch (RuntimeException e) {
                log.error("card update failed cause={}", e.getClass().getName());
            } finally {
                update.done().complete(taken);
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

    /** Takes no more and waits for those under way, for 5 seconds at most: a lost one is made good by the next. */
    @Override
    public void stop() {
        synchronized (waiting) {
            running = false;
        }
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
