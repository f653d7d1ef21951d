package io.beadle.reader;

import io.beadle.reader.Block.Line;
import io.beadle.reader.Block.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by the lines of a passage what is a paragraph, a list or a table. Nothing is left out but bullets and rules. */
final class Layout {
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[·•‣▪◦*–-]|o(?=\\s{2}))\\s+");
    private static final Pattern LABEL =
            Pattern.compile("\\s*(?:\\((?:[a-z]|[ivx]{1,5}|\\d{1,2})\\)|(?:[a-z]|[ivx]{1,5}|\\d{1,2})[.)])\\s+(?s:.*)");
    private static final Pattern RULE = Pattern.compile("[|:\\s-]*--[|:\\s-]*");
    private static final Pattern CELL_END = Pattern.compile("\\t+|\\s*(?<!\\\\)\\|\\s*");

    private enum Kind {
        NONE,
        PARAGRAPH,
        BULLET,
        LABEL,
        ROW
    }

    private final MarkedText text;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private List<Line> head = List.of();
    private Kind current = Kind.NONE;

    private Layout(MarkedText text) {
        this.text = text;
    }

    static List<Block> of(MarkedText text) {
        Layout layout = new Layout(text);
        String all = text.text();
        for (int from = 0; from < all.length(); ) {
            int end = all.indexOf('\n', from);
            int to = end < 0 ? all.length() : end;
            layout.line(from, to);
            from = to + 1;
        }
        layout.become(Kind.NONE);
        return List.copyOf(layout.blocks);
    }

    private void line(int from, int to) {
        String line = text.text().substring(from, to);
        Matcher bullet = BULLET.matcher(line);
        if (line.isBlank()) {
            become(Kind.NONE);
        } else if (isRow(line)) {
            become(Kind.ROW);
            if (!RULE.matcher(line).matches()) {
                rows.add(new Row(cells(from, line)));
            } else if (rows.size() == 1 && head.isEmpty()) {
                head = rows.removeFirst().cells();
            }
        } else if (bullet.lookingAt()) {
            become(Kind.BULLET);
            lines.add(written(from + bullet.end(), to));
        } else if (LABEL.matcher(line).matches()) {
            become(Kind.LABEL);
            lines.add(written(from, to));
        } else {
            become(Kind.PARAGRAPH);
            blocks.add(new Block.Paragraph(written(from, to)));
        }
    }

    private static boolean isRow(String line) {
        return line.strip().startsWith("|")
                || line.contains(" | ")
                || line.strip().contains("\t");
    }

    private List<Line> cells(int lineStart, String line) {
        List<Line> cells = new ArrayList<>();
        int start = line.length() - line.stripLeading().length();
        start += line.startsWith("|", start) ? 1 : 0;
        int end = line.stripTrailing().length();
        end -= end > start && line.charAt(end - 1) == '|' ? 1 : 0;
        Matcher next = CELL_END.matcher(line).region(start, end);
        while (next.find()) {
            cells.add(cell(lineStart, line, start, next.start()));
            start = next.end();
        }
        cells.add(cell(lineStart, line, start, end));
        return cells;
    }

    private Line cell(int lineStart, String line, int from, int to) {
        String cell = line.substring(from, to);
        int start = from + cell.length() - cell.stripLeading().length();
        return written(lineStart + start, lineStart + start + cell.strip().length());
    }

    private Line written(int from, int to) {
        return new Line(text.runs(from, to));
    }

    /** Ends what is being gathered where something else begins. */
    private void become(Kind kind) {
        if (kind == current) {
            return;
        }
        switch (current) {
            case BULLET -> blocks.add(new Block.Bullets(List.copyOf(lines)));
            case LABEL -> blocks.add(new Block.Labelled(List.copyOf(lines)));
            case ROW -> blocks.add(new Block.Table(head, List.copyOf(rows)));
            case NONE, PARAGRAPH -> {}
        }
        lines.clear();
        rows.clear();
        head = List.of();
        current = kind;
    }
}
