package io.beadle.notification;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What this instance sent, in its memory alone. */
final class OwnPaces implements Paces {
    /** More than this many people are not written to within an hour without the oldest being forgotten. */
    private static final int MOST_PLACES = 10_000;

    private final Map<String, Deque<Instant>> sent = new HashMap<>();

    @Override
    public synchronized boolean allows(String place, List<Limit> limits, Instant now) {
        List<Instant> times = List.copyOf(sent.getOrDefault(place, new ArrayDeque<>()));
        return limits.stream().allMatch(limit -> limit.allows(times, now));
    }

    @Override
    public synchronized boolean take(String place, List<Limit> limits, Instant now) {
        if (!allows(place, limits, now)) {
            return false;
        }
        if (sent.size() >= MOST_PLACES) {
            sent.values().removeIf(times -> times.getLast().isBefore(now.minus(LONGEST)));
        }
        Deque<Instant> times = sent.computeIfAbsent(place, unknown -> new ArrayDeque<>());
        times.removeIf(at -> at.isBefore(now.minus(LONGEST)));
        times.addLast(now);
        return true;
    }
}
