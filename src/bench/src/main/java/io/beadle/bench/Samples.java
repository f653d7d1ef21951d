package io.beadle.bench;

import java.util.List;

/**
 * All values of one figure of one subject, in the order in which they were taken.
 *
 * @param measurement what was measured, such as throughput
 * @param condition under what, such as a connector that takes 100 ms
 * @param subject of whom or what
 * @param figure with its unit; {@link #EACH} where these are single events and no table shows them
 */
record Samples(String measurement, String condition, String subject, String figure, List<Double> values) {
    static final String EACH = "each, ms";

    Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No value of " + figure + " of " + subject + " in " + measurement);
        }
    }

    boolean isOf(String otherMeasurement, String otherCondition, String otherFigure) {
        return measurement.equals(otherMeasurement) && condition.equals(otherCondition) && figure.equals(otherFigure);
    }

    double median() {
        return percentile(50);
    }

    /** The least value that so many of a hundred do not exceed. */
    double percentile(double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    double least() {
        return percentile(0);
    }

    double most() {
        return percentile(100);
    }
}
