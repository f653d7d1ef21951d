package io.beadle.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What has been measured so far. */
final class Results {
    private final List<Samples> all = new ArrayList<>();

    void add(String measurement, String condition, String subject, String figure, List<Double> values) {
        all.add(new Samples(measurement, condition, subject, figure, values));
    }

    void add(String measurement, String condition, String subject, String figure, double... values) {
        add(
                measurement,
                condition,
                subject,
                figure,
                Arrays.stream(values).boxed().toList());
    }

    /** Single events in milliseconds: all of them for the JSON, and for the table how they are spread. */
    void addEvents(String measurement, String condition, String subject, List<Double> millis) {
        add(measurement, condition, subject, "count", millis.size());
        if (millis.isEmpty()) {
            return;
        }
        Samples each = new Samples(measurement, condition, subject, Samples.EACH, millis);
        all.add(each);
        add(measurement, condition, subject, "p50 ms", each.median());
        add(measurement, condition, subject, "p99 ms", each.percentile(99));
        add(measurement, condition, subject, "most ms", each.most());
    }

    List<Samples> all() {
        return List.copyOf(all);
    }

    double median(String measurement, String condition, String subject, String figure) {
        return all.stream()
                .filter(samples -> samples.isOf(measurement, condition, figure)
                        && samples.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not measured: " + figure + " of " + subject))
                .median();
    }

    /** Medians as a table in Markdown: a row for each subject under each condition; of the first figure also the spread. */
    String table(String measurement) {
        List<Samples> shown = all.stream()
                .filter(samples -> samples.measurement().equals(measurement))
                .filter(samples -> !samples.figure().equals(Samples.EACH))
                .toList();
        List<String> figures = shown.stream().map(Samples::figure).distinct().toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("condition", "subject"));
        head.addAll(figures);
        rows.add(head);
        shown.stream()
                .map(samples -> List.of(samples.condition(), samples.subject()))
                .distinct()
                .forEach(key -> {
                    List<String> row = new ArrayList<>(key);
                    for (String figure : figures) {
                        row.add(shown.stream()
                                .filter(samples -> key.equals(List.of(samples.condition(), samples.subject()))
                                        && samples.figure().equals(figure))
                                .findFirst()
                                .map(samples -> cell(samples, figure.equals(figures.getFirst())))
                                .orElse(""));
                    }
                    rows.add(row);
                });
        return drawn(rows);
    }

    private static String cell(Samples samples, boolean spread) {
        String median = rounded(samples.median());
        return spread && samples.values().size() > 1
                ? "%s (%s to %s)".formatted(median, rounded(samples.least()), rounded(samples.most()))
                : median;
    }

    static String rounded(double value) {
        return value == Math.rint(value) || Math.abs(value) >= 100
                ? "%,.0f".formatted(value)
                : (Math.abs(value) >= 10 ? "%.1f" : "%.2f").formatted(value);
    }

    private static String drawn(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder table = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < widths.length; column++) {
                String cell = rows.get(row).get(column);
                table.append("| ").append(cell).repeat(' ', widths[column] - cell.length() + 1);
            }
            table.append("|\n");
            if (row == 0) {
                table.append("|---".repeat(widths.length)).append("|\n");
            }
        }
        return table.toString();
    }
}
