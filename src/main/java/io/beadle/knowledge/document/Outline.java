package io.beadle.knowledge.document;

import io.beadle.knowledge.document.Line.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a document line by line, once, into its clauses. */
final class Outline {
    private static final int HEADING_WORDS = 10;
    /** A number in its turn is a sign of its own. */
    private static final int NUMBERED_HEADING_WORDS = 16;

    private static final int LONG_LINE_WORDS = 12;
    private static final int WIDEST_WRAP = 125;
    /** A line that ends before this share of the width was ended on purpose. */
    private static final double SHORT_LINE = 0.4;

    private final List<Line> lines;
    private final Furniture furniture;
    /** Whether the file says itself which lines are headings: then a number alone makes none. */
    private final boolean marked;
    /** The width at which its lines were broken; 0 when a line is a paragraph. */
    private final int wrap;

    private final Headings headings;
    private final ClauseBuilder clauses;
    private boolean inText;
    private boolean blankBefore = true;
    private @Nullable String previous;
    private Kind previousKind = Kind.BLANK;

    private Outline(SourceText source) {
        lines = source.lines();
        headings = new Headings(repeatedHeadings());
        clauses = new ClauseBuilder(headings);
        marked = source.form().marksHeadings();
        furniture = Furniture.of(
                lines.stream().map(Line::whole).toList(), source.form().hasPageEnds());
        wrap = source.form().breaksLines() ? wrapWidth() : 0;
    }

    static List<Clause> of(SourceText source) {
        return new Outline(source).read();
    }

    private List<Clause> read() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            clauses.page(line.page());
            if (furniture.isDropped(i)) {
                clauses.cut();
                inText = true;
                blankBefore = true;
            } else if (line.isBlank()) {
                blankBefore = true;
            } else if (furniture.isNote(i)) {
                note(line);
            } else {
                i = read(i, line);
                previous = lines.get(i).whole();
                previousKind = lines.get(i).kind();
                blankBefore = false;
            }
        }
        return clauses.finish();
    }

    private void note(Line line) {
        if (blankBefore) {
            clauses.cut();
        }
        if (line.kind() == Kind.NUMBERED) {
            clauses.row(line.whole());
        } else {
            clauses.more(line.whole());
        }
        blankBefore = false;
    }

    /** Reads one line, or a number and its heading; returns the last line read. */
    private int read(int i, Line line) {
        switch (line.kind()) {
            case HEADING -> {
                heading(line);
            }
            case NUMBERED -> {
                return numbered(i, line);
            }
            case LABELLED -> clauses.label(line);
            case BULLET -> clauses.item(line.text());
            case CELL -> {
                if (blankBefore && previousKind == Kind.CELL) {
                    clauses.endRow();
                }
                clauses.row(line.text());
            }
            case RECORD -> clauses.record(line.text());
            case TEXT, BLANK -> text(i, line);
        }
        return i;
    }

    private void heading(Line line) {
        startSection();
        Line rest = Line.of(line.text());
        int level = line.mark().length();
        if (rest.kind() == Kind.NUMBERED && !rest.text().isEmpty()) {
            headings.numbered(rest.mark(), headings.inContext(rest.text(), level));
        } else if (level > 1) {
            headings.plain(headings.inContext(line.text(), level), level == 2 || isOutside(line.text()));
        }
    }

    private Set<String> repeatedHeadings() {
        Set<String> once = new HashSet<>();
        return lines.stream()
                .filter(line -> line.kind() == Kind.HEADING)
                .map(Line::text)
                .filter(heading -> !once.add(heading))
                .collect(Collectors.toSet());
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
        if (chapter ? !marked && headed && headings.isNext(line.mark()) : headings.isWithin(line.mark())) {
            startSection();
            headings.numbered(line.mark(), headed ? line.text() : null);
            if (!headed) {
                clauses.paragraph(line.text());
            }
        } else if (chapter) {
            clauses.item(line.whole());
        } else {
            text(i, line);
        }
        return i;
    }

    private void text(int i, Line line) {
        String text = line.whole();
        boolean outside = isOutside(text);
        if (continues(line)) {
            clauses.more(text);
        } else if (inText && followsEnd() && !isListed(i) && isHeading(i, HEADING_WORDS) && (outside || hasBody(i))) {
            startSection();
            headings.plain(text, outside);
        } else {
            inText |= line.words() >= LONG_LINE_WORDS;
            clauses.paragraph(text);
        }
    }

    private static boolean isOutside(String heading) {
        return heading.matches("(?i)(Appendix|Annex|Schedule)\\b.*");
    }

    private boolean continues(Line line) {
        if (previous == null || clauses.isEmpty()) {
            return false;
        }
        boolean open = !Line.endsSentence(previous) || previous.endsWith(",");
        if (blankBefore) {
            return open && line.startsLowerCase();
        }
        boolean full = wrap > 0 && previous.length() >= 0.7 * wrap;
        boolean bareLabel = previous.length() <= 6 && Line.of(previous).kind() == Kind.LABELLED;
        boolean label = previousKind == Kind.TEXT && previous.length() < SHORT_LINE * wrap;
        return line.startsLowerCase() || full || bareLabel || (wrap > 0 && open && inText && !label);
    }

    /** Whether a heading may stand here: after a blank line, or where the text before has come to its end. */
    private boolean followsEnd() {
        return blankBefore || previous == null || Line.endsSentence(previous);
    }

    /** What comes right after a colon or stands between two rows of a table is no heading. */
    private boolean isListed(int i) {
        int next = next(i);
        boolean inTable =
                previousKind == Kind.CELL && next >= 0 && lines.get(next).kind() == Kind.CELL;
        return inTable || (previous != null && previous.endsWith(":"));
    }

    private boolean isHeading(int i, int mostWords) {
        Line line = lines.get(i);
        int next = i + 1;
        boolean runsOn = next < lines.size() && lines.get(next).startsLowerCase();
        return line.kind() == Kind.TEXT && line.looksLikeHeading(mostWords) && isShort(i) && !runsOn;
    }

    private boolean isShort(int i) {
        return wrap == 0 || lines.get(i).whole().length() < 0.65 * wrap;
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
        int[] lengths = lines.stream()
                .mapToInt(line -> line.whole().length())
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        int width = lengths.length == 0 ? 0 : lengths[(int) (0.97 * (lengths.length - 1))];
        return width <= WIDEST_WRAP && width >= 40 ? width : 0;
    }
}
