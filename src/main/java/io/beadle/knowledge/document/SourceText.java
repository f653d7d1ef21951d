package io.beadle.knowledge.document;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file, whatever format the file has.
 *
 * @param file its base name with its ending
 * @param lines all of it, in its order; blank ones part paragraphs
 * @param stated what the file states beside its text
 */
public record SourceText(String file, List<Line> lines, Form form, Stated stated) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** How lines came about. */
    enum Form {
        /** Plain text, perhaps copied from a PDF: with its broken lines, page numbers and running heads. */
        TEXT,
        MARKDOWN,
        /** From a format that marks headings; a line is a whole paragraph. */
        MARKED,
        /** A line is a whole paragraph, but a heading looks like any other. */
        UNMARKED;

        boolean hasPageEnds() {
            return this == TEXT;
        }

        boolean breaksLines() {
            return this == TEXT || this == MARKDOWN;
        }

        boolean marksHeadings() {
            return this == MARKDOWN || this == MARKED;
        }
    }

    /** The document properties that its program keeps; often of another document that it began as. */
    record Stated(@Nullable String title, @Nullable String author) {
        static final Stated NOTHING = new Stated(null, null);
    }

    public SourceText {
        lines = List.copyOf(lines);
    }

    /** Text or, by the file's ending, Markdown. */
    public static SourceText of(String file, String text) {
        String plain = text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
        List<Line> lines = plain.replace('\u00A0', ' ')
                .replace('\f', '\n')
                .lines()
                .map(Line::of)
                .toList();
        return new SourceText(file, lines, file.endsWith(".md") ? Form.MARKDOWN : Form.TEXT, Stated.NOTHING);
    }

    /** All of it that is to be seen, without white space at the ends of lines. */
    public String text() {
        return lines.stream().map(Line::whole).collect(Collectors.joining("\n"));
    }
}
