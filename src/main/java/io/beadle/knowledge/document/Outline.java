package io.beadle.knowledge.document;

import io.beadle.knowledge.document.Line.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a document line by line, once, into its clauses. */
final class Outline {
    private static final int HEADING_WORDS = 10;
    /** A number in its turn is a sign of its own. */
    private static final int NUMBERED_HEADING_WORDS = 16;

    private static final int LONG_LINE_WORDS = 12;
    private static final int WIDEST_WRAP = 125;

    private final List<String> raw;
    private final List<Line> lines;
    private final Furniture furniture;
    private final boolean markdown;
    /** The width at which its lines were broken; 0 when a line is a paragraph. */
    private final int wrap;

    private final Headings headings = new Headings();
    private final ClauseBuilder clauses = new ClauseBuilder(headings);
    private boolean inText;
    private boolean blankBefore = true;
    private @Nullable String previous;

    private Outline(SourceText source) {
        raw = source.lines();
        lines = raw.stream().map(Line::of).toList();
        markdown = source.isMarkdown();
        furniture = Furniture.of(raw, markdown);
        wrap = wrapWidth();
    }

    static List<Clause> of(SourceText source) {
        return new Outline(source).read();
    }

    private List<Clause> read() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (furniture.isDropped(i)) {
                clauses.cut();
                inText = true;
                blankBefore = true;
            } else if (line.isBlank()) {
                blankBefore = true;
            } else if (furniture.isNote(i)) {
                note(i, line);
            } else {
                i = read(i, line);
                previous = raw.get(i);
                blankBefore = false;
            }
        }
        return clauses.finish();
    }

    private void note(int i, Line line) {
        if (blankBefore) {
            clauses.cut();
        }
        if (line.kind() == Kind.NUMBERED) {
            clauses.row(raw.get(i).strip());
        } else {
            clauses.more(raw.get(i).strip());
        }
        blankBefore = false;
    }

    /** Reads one line, or a number and its heading; returns the last line read. */
    private int read(int i, Line line) {
        switch (line.kind()) {
            case MARKDOWN_HEADING -> {
                startSection();
                Line rest = Line.of(line.text());
                if (rest.kind() == Kind.NUMBERED && !rest.text().isEmpty()) {
                    headings.numbered(rest.mark(), rest.text());
                } else if (line.mark().length() > 1) {
                    headings.plain(line.text(), line.mark().length() == 2);
                }
            }
            case NUMBERED -> {
                return numbered(i, line);
            }
            case LABELLED -> clauses.label(line);
            case BULLET -> clauses.item(line.text());
            case CELL -> clauses.row(line.text());
            case TEXT, BLANK -> text(i, line);
        }
        return i;
    }

    private int numbered(int i, Line line) {
        boolean chapter = line.mark().indexOf('.') < 0;
        if (line.text().isEmpty()) {
            int next = next(i);
            if (next < 0 || !headings.isWithin(line.mark())) {
                clauses.row(line.mark());
                return i;
            }
            boolean headed = isHeading(next, HEADING_WORDS) && holdsText(next, line.mark());
            startSection();
            headings.numbered(line.mark(), headed ? lines.get(next).text() : null);
            return headed ? next : i;
        }
        boolean headed = isShort(i)
                && line.looksLikeHeading(NUMBERED_HEADING_WORDS)
                && !line.text().endsWith("?")
                && holdsText(i, line.mark());
        if (chapter ? !markdown && headed && headings.isNext(line.mark()) : headings.isWithin(line.mark())) {
            startSection();
            headings.numbered(line.mark(), headed ? line.text() : null);
            if (!headed) {
                clauses.paragraph(line.text());
            }
        } else if (chapter) {
            clauses.item(raw.get(i).strip());
        } else {
            text(i, line);
        }
        return i;
    }

    private void text(int i, Line line) {
        String text = raw.get(i).strip();
        boolean outside = text.matches("(Appendix|Annex|Schedule)\\b.*");
        if (continues(line)) {
            clauses.more(text);
        } else if (inText && followsEnd() && isHeading(i, HEADING_WORDS) && (outside || hasBody(i))) {
            startSection();
            headings.plain(text, outside);
        } else {
            inText |= line.words() >= LONG_LINE_WORDS;
            clauses.paragraph(text);
        }
    }

    private boolean continues(Line line) {
        if (previous == null || clauses.isEmpty()) {
            return false;
        }
        boolean open = !Line.endsSentence(previous.strip()) || previous.strip().endsWith(",");
        if (blankBefore) {
            return open && line.startsLowerCase();
        }
        boolean full = wrap > 0 && previous.strip().length() >= 0.7 * wrap;
        boolean bareLabel = previous.strip().length() <= 6 && Line.of(previous).kind() == Kind.LABELLED;
        return line.startsLowerCase() || full || bareLabel || (wrap > 0 && open && inText);
    }

    /** Whether a heading may stand here: after a blank line, or where the text before has come to its end. */
    private boolean followsEnd() {
        return blankBefore || previous == null || Line.endsSentence(previous.strip());
    }

    private boolean isHeading(int i, int mostWords) {
        Line line = lines.get(i);
        int next = i + 1;
        boolean runsOn = next < lines.size() && lines.get(next).startsLowerCase();
        return line.kind() == Kind.TEXT && line.looksLikeHeading(mostWords) && isShort(i) && !runsOn;
    }

    private boolean isShort(int i) {
        return wrap == 0 || raw.get(i).strip().length() < 0.65 * wrap;
    }

    /** A row of short lines is a list, not a row of headings: a heading is followed by text. */
    private boolean hasBody(int i) {
        int next = next(i);
        return next >= 0 && !isHeading(next, HEADING_WORDS);
    }

    /** What has nothing below it but the next number is a short clause, no heading. */
    private boolean holdsText(int heading, String number) {
        int next = next(heading);
        return next >= 0
                && (lines.get(next).kind() != Kind.NUMBERED
                        || lines.get(next).mark().startsWith(number + "."));
    }

    private int next(int i) {
        for (int j = i + 1; j < lines.size(); j++) {
            if (!furniture.isDropped(j) && !lines.get(j).isBlank()) {
                return j;
            }
        }
        return -1;
    }

    private void startSection() {
        clauses.cut();
        inText = true;
    }

    private int wrapWidth() {
        int[] lengths = raw.stream()
                .mapToInt(line -> line.strip().length())
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        int width = lengths.length == 0 ? 0 : lengths[(int) (0.97 * (lengths.length - 1))];
        return width <= WIDEST_WRAP && width >= 40 ? width : 0;
    }
}
