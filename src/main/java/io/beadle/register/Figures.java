package io.beadle.register;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stretch of time came to, in numbers about incidents, duties and questions and never about a person (G7). Drills and what
 * turned out to be part of another incident are not in it, nor are restricted incidents (G10).
 *
 * @param total how many incidents were reported
 * @param types how many of each type, by title, most first
 * @param kinds incident, event, weakness, near miss: as the security adviser said (G19), else by type
 * @param causes of those closed with a cause, by label, most first
 * @param malfunctions how many of those closed had something that malfunctioned
 * @param pounds what those cost of which it is known
 * @param costed of how many that is known
 * @param acknowledged from the report to the last acknowledgement that it needed
 * @param closed from the report to the closing
 * @param duties by title, in the order of the content
 * @param repeats what came up more than once in the twelve months to the end of the stretch, most often first
 * @param asked of what staff asked without a good answer, most asked first
 * @param trend the twelve months to the end of the stretch, earliest first
 */
public record Figures(
        Stretch stretch,
        long total,
        Map<String, Long> types,
        Map<String, Long> kinds,
        Map<String, Long> causes,
        long malfunctions,
        long pounds,
        long costed,
        Spread acknowledged,
        Spread closed,
        List<OfDuty> duties,
        List<Repeat> repeats,
        List<Topic> asked,
        List<Month> trend) {
    /**
     * How long something took.
     *
     * @param of how many it is known; the times are nought where there is none
     * @param most within that time nine of ten were done
     */
    public record Spread(int of, Duration median, Duration most) {
        private static final int PERCENT = 100;
        private static final int HALF = 50;
        private static final int NINE_OF_TEN = 90;

        /** By the nearest rank, so that each is a time that occurred. */
        static Spread of(List<Duration> times) {
            List<Duration> sorted = new ArrayList<>(times);
            Collections.sort(sorted);
            return sorted.isEmpty()
                    ? new Spread(0, Duration.ZERO, Duration.ZERO)
                    : new Spread(sorted.size(), ranked(sorted, HALF), ranked(sorted, NINE_OF_TEN));
        }

        private static Duration ranked(List<Duration> sorted, int percent) {
            return sorted.get((sorted.size() * percent + PERCENT - 1) / PERCENT - 1);
        }
    }

    /** What became of one kind of duty; those not due yet, and those that no longer mattered, are in none of the numbers. */
    public record OfDuty(String title, long met, long missed, long waived) {}

    /** A type that came up for the same reason again. */
    public record Repeat(String type, String cause, long times) {}

    /** What staff ask against what goes wrong. */
    public record Topic(String type, long questions, long incidents) {}

    /**
     * A month against the same one a year before.
     *
     * @param before how many were reported a year earlier
     */
    public record Month(YearMonth month, long incidents, long before) {}

    public Figures {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
        duties = List.copyOf(duties);
        repeats = List.copyOf(repeats);
        asked = List.copyOf(asked);
        trend = List.copyOf(trend);
    }
}
