package io.beadle.knowledge.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How the text of a document is usually set.
 *
 * @param pitch from one line of a paragraph to the next
 * @param rightEdge where full lines end
 */
record Typography(double size, boolean bold, double pitch, double rightEdge) {
    private static final int LONG_LINE = 8;

    static Typography of(List<PrintedLine> lines) {
        double size = mostCommon(lines, line -> Math.round(line.size() * 10) / 10.0);
        double[] gaps = IntStream.range(1, lines.size())
                .filter(i -> isText(lines.get(i)) && isText(lines.get(i - 1)))
                .filter(i -> lines.get(i).page() == lines.get(i - 1).page())
                .mapToDouble(i -> lines.get(i).y() - lines.get(i - 1).y())
                .filter(gap -> gap > 0)
                .sorted()
                .toArray();
        double[] ends = lines.stream()
                .filter(Typography::isText)
                .mapToDouble(PrintedLine::end)
                .sorted()
                .toArray();
        return new Typography(
                size,
                mostCommon(lines, line -> line.bold() ? 1 : 0) > 0,
                at(0.5, gaps, 1.3 * size),
                at(0.9, ends, 1e6));
    }

    private static boolean isText(PrintedLine line) {
        return line.words() >= LONG_LINE
                && !PrintedText.LEADERS.matcher(line.text()).matches();
    }

    private static double at(double share, double[] sorted, double otherwise) {
        return sorted.length == 0 ? otherwise : sorted[(int) (share * (sorted.length - 1))];
    }

    /** By letters, not by lines: there are many short lines that are no text. */
    private static double mostCommon(List<PrintedLine> lines, ToDoubleFunction<PrintedLine> measure) {
        Map<Double, Integer> letters = new TreeMap<>();
        lines.forEach(
                line -> letters.merge(measure.applyAsDouble(line), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(10.0);
    }
}
