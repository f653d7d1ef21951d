package io.beadle.incident;

import java.util.Map;

/**
 * How the reports of a wave stand.
 *
 * @param reports by severity
 * @param open of these
 * @param waiting of the open ones, those that not enough people have acknowledged
 * @param overdue those with something that was to be done by then
 */
public record WaveTally(Map<Severity, Long> reports, long open, long waiting, long overdue) {
    public WaveTally {
        reports = Map.copyOf(reports);
    }

    public long all() {
        return reports.values().stream().mapToLong(Long::longValue).sum();
    }
}
