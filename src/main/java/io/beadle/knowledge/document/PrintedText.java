package io.beadle.knowledge.document;

import io.beadle.knowledge.document.Line.Kind;
import io.beadle.knowledge.document.PrintedLine.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes paragraphs, headings and rows of the lines of printed pages, by their places and letters. */
final class PrintedText {
    static final Pattern LEADERS = Pattern.compile(".*(?:\\.{4,}|… ?…).*");
    private static final Pattern MARK =
            Pattern.compile("[•·‣▪◦–-]|\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\\d{1,2}(?:\\.\\d{1,2})+\\.?|o");
    private static final double HEADING_SIZE = 1.05;
    private static final double TITLE_SIZE = 1.3;
    private static final double PARAGRAPH_GAP = 1.4;
    private static final int LONGEST_HEADING = 16;
    private static final double RAGGED = 0.05;

    private final List<PrintedLine> printed;
    private final Typography usual;
    /** How many headings there are of each size, the largest first. */
    private final TreeMap<Double, Integer> headingSizes = new TreeMap<>(Comparator.reverseOrder());

    private final List<Line> lines = new ArrayList<>();
    private @Nullable PrintedTable lastTable;
    private List<String> lastNames = List.of();
    private int headings;

    PrintedText(List<PrintedLine> withMarks) {
        printed = withMarks.stream().map(PrintedText::joinMark).toList();
        usual = Typography.of(printed);
        int next;
        for (int i = 0; i < printed.size(); i = next) {
            next = blockEnd(i);
            if (isHeading(i, next)) {
                headingSizes.merge(printed.get(i).size(), 1, Integer::sum);
            }
        }
        for (int i = 0; i < printed.size(); i = next) {
            int table = PrintedTable.length(printed, i, lastTable);
            next = table > 0 ? i + table : blockEnd(i);
            if (table > 0) {
                table(i, next);
            } else if (isHeading(i, next)) {
                heading(i, next);
            } else {
                block(i, next);
            }
        }
    }

    List<Line> lines() {
        return lines;
    }

    boolean hasHeadings() {
        return headings > 2;
    }

    private void table(int from, int end) {
        PrintedTable table = PrintedTable.of(printed.subList(from, end), lastTable);
        boolean goesOn = lastTable != null
                && table.hasColumnsOf(lastTable)
                && !lines.isEmpty()
                && lines.getLast().page() == printed.get(from).page() - 1;
        List<List<String>> rows = new ArrayList<>(table.rows());
        boolean headed;
        if (goesOn && !lastNames.isEmpty()) {
            rows.addFirst(lastNames);
            headed = true;
        } else {
            headed = rows.size() > 1
                    && TableLines.areNames(rows.getFirst())
                    && (table.columnCount() > 2 || table.isFirstLineBold());
            lastNames = headed ? rows.getFirst() : List.of();
        }
        lastTable = table;
        add(Line.BLANK, from);
        TableLines.of(rows, headed).forEach(line -> add(line, from));
    }

    private void heading(int from, int end) {
        String text = text(from, end);
        double size = printed.get(from).size();
        boolean title = printed.get(from).page() == 1 && headings == 0 && size >= TITLE_SIZE * usual.size();
        add(Line.BLANK, from);
        long above = headingSizes.headMap(size).values().stream()
                .filter(count -> count > 1)
                .count();
        add(Line.heading(title ? 1 : 2 + (int) above, text), from);
        headings++;
    }

    private String text(int from, int end) {
        return printed.subList(from, end).stream()
                .flatMap(line -> line.cells().stream())
                .map(Cell::text)
                .collect(Collectors.joining(" "));
    }

    /** Lines without a gap between them: one or more paragraphs, points of a list, or lines that stand by themselves. */
    private void block(int from, int end) {
        boolean newPage =
                from > 0 && printed.get(from).page() != printed.get(from - 1).page();
        if (!newPage || lines.isEmpty() || Line.endsSentence(lines.getLast().whole())) {
            lines.add(Line.BLANK);
        }
        StringBuilder paragraph = new StringBuilder();
        int start = from;
        for (int i = from; i < end; i++) {
            if (i > from && !continues(i)) {
                add(Line.of(paragraph.toString()), start);
                paragraph.setLength(0);
                start = i;
            }
            paragraph
                    .append(paragraph.isEmpty() ? "" : " ")
                    .append(printed.get(i).text());
        }
        add(Line.of(paragraph.toString()), start);
    }

    /** A line goes on in the next if the next one's first word had no room in it. */
    private boolean continues(int i) {
        PrintedLine above = printed.get(i - 1);
        PrintedLine line = printed.get(i);
        Line looks = Line.of(line.text());
        if (LEADERS.matcher(above.text()).matches()
                || looks.kind() != Kind.TEXT
                || above.text().contains("\t")) {
            return false;
        }
        double room = usual.rightEdge() - above.end();
        boolean goesOn = looks.startsLowerCase() && !line.text().matches("\\S*(?:@|://|www\\.)\\S*");
        return goesOn || room < line.cells().getFirst().firstWord() + RAGGED * usual.rightEdge();
    }

    private int blockEnd(int from) {
        int end = from + 1;
        while (end < printed.size()
                && isNear(printed.get(end - 1), printed.get(end))
                && printed.get(end).looksLike(printed.get(from))
                && PrintedTable.length(printed, end, lastTable) == 0) {
            end++;
        }
        return end;
    }

    private boolean isNear(PrintedLine above, PrintedLine line) {
        double gap = line.y() - above.y();
        double pitch = usual.pitch() * Math.max(1, line.size() / usual.size());
        return line.page() == above.page() && gap > 0 && gap < PARAGRAPH_GAP * pitch;
    }

    private boolean isHeading(int from, int end) {
        PrintedLine line = printed.get(from);
        boolean large = line.size() > HEADING_SIZE * usual.size();
        boolean stands = large || (line.bold() && !usual.bold() && line.size() > 0.95 * usual.size());
        String text = text(from, end);
        return stands
                && !line.text().contains("\t")
                && end - from < 4
                && text.split("\\s+").length <= LONGEST_HEADING
                && text.chars().anyMatch(Character::isLetter)
                && !text.matches(".*[.;,:]")
                && !LEADERS.matcher(text).matches()
                && !text.contains("@");
    }

    private void add(Line line, int printedAt) {
        lines.add(line.isBlank() ? line : line.onPage(printed.get(printedAt).page()));
    }

    /** A bullet or number belongs to what stands right of it. */
    private static PrintedLine joinMark(PrintedLine line) {
        List<Cell> cells = line.cells();
        if (cells.size() < 2 || !MARK.matcher(cells.getFirst().text()).matches()) {
            return line;
        }
        Cell mark = cells.getFirst();
        Cell text = cells.get(1);
        List<Cell> joined = new ArrayList<>(cells.subList(1, cells.size()));
        joined.set(0, new Cell(mark.x(), text.end(), mark.firstWord(), mark.text() + ' ' + text.text()));
        return new PrintedLine(line.page(), line.y(), line.height(), line.size(), line.bold(), joined);
    }
}
