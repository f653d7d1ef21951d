package io.beadle.knowledge.document;

import io.beadle.knowledge.document.PrintedLine.Cell;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gets the lines of a PDF with their places on the page. */
final class PdfLines extends PDFTextStripper {
    /** In widths of a space: wider gaps may part cells; justified text has some of those, too. */
    private static final double CELL_GAP = 2.4;

    private static final double WORD_GAP = 0.4;

    private final List<PrintedLine> lines = new ArrayList<>();
    private final List<TextPosition> glyphs = new ArrayList<>();

    private PdfLines() {
        setSortByPosition(true);
    }

    static List<PrintedLine> of(PDDocument document) throws IOException {
        PdfLines reader = new PdfLines();
        reader.writeText(document, Writer.nullWriter());
        return reader.lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        glyphs.addAll(positions);
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private void endLine() {
        List<Cell> cells = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        TextPosition last = null;
        double start = 0;
        double firstWord = 0;
        boolean bold = true;
        double size = 0;
        for (TextPosition glyph : glyphs) {
            String shown = shown(glyph);
            if (shown.isBlank()) {
                if (!text.isEmpty() && shown.contains(" ")) {
                    text.append(' ');
                }
                continue;
            }
            double gap = last == null ? 0 : (glyph.getXDirAdj() - end(last)) / Math.max(1, glyph.getWidthOfSpace());
            if (last != null && gap > CELL_GAP) {
                cells.add(cell(start, end(last), firstWord, text));
            } else if (gap > WORD_GAP && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
            if (text.isEmpty()) {
                start = glyph.getXDirAdj();
                firstWord = 0;
            }
            text.append(shown);
            if (text.indexOf(" ") < 0) {
                firstWord = end(glyph) - start;
            }
            bold &= isBold(glyph);
            size = Math.max(size, glyph.getFontSizeInPt());
            last = glyph;
        }
        if (last != null) {
            cells.add(cell(start, end(last), firstWord, text));
            lines.add(new PrintedLine(
                    getCurrentPageNo(), last.getYDirAdj(), last.getPageHeight(), size, bold, List.copyOf(cells)));
        }
        glyphs.clear();
    }

    private static Cell cell(double start, double end, double firstWord, StringBuilder text) {
        String whole = text.toString().replaceAll(" +", " ").strip();
        text.setLength(0);
        return new Cell(start, end, firstWord, whole);
    }

    private static double end(TextPosition glyph) {
        return glyph.getXDirAdj() + glyph.getWidthDirAdj();
    }

    /** Ligatures become letters, the bullets of symbol fonts the plain one. */
    private static String shown(TextPosition glyph) {
        String text = String.valueOf(glyph.getUnicode()).replaceAll("[\u200B\u00AD\uFEFF\\p{Cntrl}]", "");
        if (text.matches("[\uFB00-\uFB06]+")) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
        return text.replaceAll("[\uF0B7\uF0A7\uF0D8\u25CF\u25CB\u25A0\u2756\u27A2]", "•")
                .replace('\u00A0', ' ');
    }

    private static boolean isBold(TextPosition glyph) {
        String font = String.valueOf(glyph.getFont().getName()).toLowerCase(Locale.ROOT);
        return font.contains("bold") || font.contains("black") || font.contains("heavy") || font.contains("semibd");
    }
}
