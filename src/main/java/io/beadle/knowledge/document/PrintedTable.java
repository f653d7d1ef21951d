package io.beadle.knowledge.document;

import io.beadle.knowledge.document.PrintedLine.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table of a printed page: lines whose parts stand under each other. */
final class PrintedTable {
    /** How far apart the beginnings of what stands under each other may be. */
    private static final double SLACK = 5;

    private static final double ROW_GAP = 1.2;

    private final List<PrintedLine> lines;
    private final List<Column> columns;
    private final double rowGap;

    /** The first and the last place where cells of it begin. */
    private record Column(double first, double last) {
        boolean holds(double x) {
            return x >= first - SLACK && x <= last + SLACK;
        }
    }

    private PrintedTable(List<PrintedLine> lines, List<Column> columns, double rowGap) {
        this.lines = List.copyOf(lines);
        this.columns = columns;
        this.rowGap = rowGap;
    }

    /**
     * How many lines from here on are a table; 0 if none begins here.
     *
     * @param before the table before it, of which a single row may be left on this page; null if there is none
     */
    static int length(List<PrintedLine> lines, int from, @Nullable PrintedTable before) {
        if (lines.get(from).cells().size() < 2) {
            return 0;
        }
        List<Column> columns = columns(lines.subList(from, from + 1));
        int end = from;
        int many = 0;
        while (end < lines.size() && lines.get(end).page() == lines.get(from).page()) {
            PrintedLine line = lines.get(end);
            boolean several = line.cells().size() > 1;
            if (!several && !isPartOfRow(line, columns, end == from ? line : lines.get(end - 1))) {
                break;
            }
            if (several) {
                many++;
                columns = columns(lines.subList(from, end + 1));
            }
            end++;
        }
        boolean rest = before != null && areSame(columns, before.columns);
        return rest || (many > 1 && sharesColumns(lines.subList(from, end))) ? end - from : 0;
    }

    /** @param before the table before it, which it may go on in; null if there is none */
    static PrintedTable of(List<PrintedLine> lines, @Nullable PrintedTable before) {
        List<Column> columns = columns(lines);
        if (before != null && before.rowGap > 0 && areSame(columns, before.columns)) {
            return new PrintedTable(lines, columns, before.rowGap);
        }
        return new PrintedTable(lines, columns, rowGap(lines));
    }

    /** More than this between two lines parts rows; 0 where lines of a row and rows are as far apart. */
    private static double rowGap(List<PrintedLine> lines) {
        DoubleSummaryStatistics gaps = IntStream.range(1, lines.size())
                .mapToDouble(i -> lines.get(i).y() - lines.get(i - 1).y())
                .summaryStatistics();
        return gaps.getMax() > ROW_GAP * gaps.getMin() ? ROW_GAP * gaps.getMin() : 0;
    }

    boolean hasColumnsOf(PrintedTable other) {
        return areSame(columns, other.columns);
    }

    private static boolean areSame(List<Column> columns, List<Column> others) {
        return columns.size() == others.size()
                && IntStream.range(0, columns.size())
                        .allMatch(i ->
                                Math.abs(columns.get(i).first() - others.get(i).first()) <= 2 * SLACK);
    }

    boolean isFirstLineBold() {
        return lines.getFirst().bold() && lines.size() > 1 && !lines.get(1).bold();
    }

    int columnCount() {
        return columns.size();
    }

    /** Its rows, the lines of each cell joined. Rows are parted by wider gaps, or else by their first cell. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        String[] row = new String[columns.size()];
        for (int i = 0; i < lines.size(); i++) {
            boolean first = column(lines.get(i).cells().getFirst()) == 0;
            boolean below = rowGap > 0 ? i > 0 && gap(i) > rowGap : first;
            if (i > 0 && (below || (i == 1 && isFirstLineBold()))) {
                rows.add(row(row));
                row = new String[columns.size()];
            }
            for (Cell cell : lines.get(i).cells()) {
                int column = column(cell);
                row[column] = row[column] == null ? cell.text() : row[column] + ' ' + cell.text();
            }
        }
        rows.add(row(row));
        return rows;
    }

    private static List<String> row(String[] cells) {
        return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList();
    }

    private double gap(int line) {
        return lines.get(line).y() - lines.get(line - 1).y();
    }

    private int column(Cell cell) {
        int column = 0;
        while (column + 1 < columns.size() && columns.get(column + 1).first() <= cell.x() + SLACK) {
            column++;
        }
        return column;
    }

    /** The rest of a cell: under one of the columns, not reaching into the next, not far below. */
    private static boolean isPartOfRow(PrintedLine line, List<Column> columns, PrintedLine above) {
        for (int i = 0; i < columns.size(); i++) {
            boolean within =
                    i + 1 == columns.size() || line.end() <= columns.get(i + 1).first();
            if (columns.get(i).holds(line.x()) && within) {
                return i > 0 || line.y() - above.y() < 3 * line.size();
            }
        }
        return false;
    }

    /** Words that happen to stand apart, as in justified text, have few beginnings in common. */
    private static boolean sharesColumns(List<PrintedLine> lines) {
        List<Double> starts = lines.stream()
                .flatMap(line -> line.cells().stream().skip(1))
                .map(Cell::x)
                .toList();
        long shared = starts.stream()
                .filter(start -> starts.stream()
                                .filter(other -> Math.abs(other - start) <= 1)
                                .count()
                        > 1)
                .count();
        return 2 * shared > starts.size();
    }

    /**
     * Where columns begin. Beginnings that no line has both of are of one column: names of columns are often centred above
     * it.
     */
    private static List<Column> columns(List<PrintedLine> lines) {
        List<List<Double>> groups = new ArrayList<>();
        double[] starts = lines.stream()
                .flatMap(line -> line.cells().stream())
                .mapToDouble(Cell::x)
                .sorted()
                .toArray();
        for (double start : starts) {
            boolean apart = groups.isEmpty()
                    || (start - groups.getLast().getLast() > SLACK && areSideBySide(lines, groups.getLast(), start));
            if (apart) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(start);
        }
        return groups.stream()
                .map(group -> new Column(group.getFirst(), group.getLast()))
                .toList();
    }

    private static boolean areSideBySide(List<PrintedLine> lines, List<Double> group, double start) {
        return lines.stream()
                .anyMatch(line -> line.cells().stream().anyMatch(cell -> Math.abs(cell.x() - start) <= SLACK)
                        && line.cells().stream()
                                .anyMatch(cell -> cell.x() >= group.getFirst()
                                        && cell.x() <= group.getLast()
                                        && cell.x() < start - SLACK));
    }
}
