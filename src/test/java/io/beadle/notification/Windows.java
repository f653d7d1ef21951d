package io.beadle.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The most that came in any stretch of the lengths for which Teams has a limit, wherever it begins. */
public final class Windows {
    private Windows() {}

    /** By the length, such as {@code PT30S}: at most so many may come. */
    public static final Map<Duration, Integer> LIMITS =
            Place.TAKEN.stream().collect(Collectors.toMap(Limit::within, Limit::most));

    public static int most(List<Instant> times, Duration within) {
        List<Instant> sorted = times.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first).plus(within).isAfter(sorted.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** Of each length whose limit was passed, how many came. */
    public static Map<Duration, Integer> passed(List<Instant> times) {
        return LIMITS.entrySet().stream()
                .filter(limit -> most(times, limit.getKey()) > limit.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, limit -> most(times, limit.getKey())));
    }
}
