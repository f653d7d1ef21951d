package io.beadle.teams;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when a conversation takes nothing more, as Teams said when it answered 429 with {@code Retry-After}. What is told of
 * Beadle's own accord waits for it, whatever it is: see the rationale of {@code io.beadle.notification}.
 */
public final class Throttles {
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    /** Of two times the later one counts. */
    void hold(String conversation, Instant end) {
        until.merge(Activities.withoutThread(conversation), end, (one, other) -> one.isAfter(other) ? one : other);
    }

    public boolean isHeld(String conversation, Instant now) {
        return until.computeIfPresent(
                        Activities.withoutThread(conversation), (held, end) -> end.isAfter(now) ? end : null)
                != null;
    }
}
