package io.beadle.knowledge.document;

import io.beadle.knowledge.document.Line.Kind;
import io.beadle.knowledge.document.SourceText.Form;
import io.beadle.knowledge.document.SourceText.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtBlock;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTVMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Word documents: the body without heads and feet, headings by their styles, numbers as Word shows them, tables by row. */
final class WordReader {
    private static final int LONGEST_BOLD = 12;

    private final XWPFDocument document;
    private final WordStyles styles;
    private final WordNumbers numbers;
    private final List<Line> lines = new ArrayList<>();

    private WordReader(XWPFDocument document) {
        this.document = document;
        styles = new WordStyles(document);
        numbers = new WordNumbers(document);
    }

    static SourceText read(String file, InputStream content) throws IOException {
        try (XWPFDocument document = new XWPFDocument(content)) {
            WordReader reader = new WordReader(document);
            reader.body(document.getDocument().getBody());
            CoreProperties properties = document.getProperties().getCoreProperties();
            return new SourceText(
                    file, reader.lines, Form.MARKED, new Stated(properties.getTitle(), properties.getCreator()));
        }
    }

    /** Content controls are looked into, unless they hold the table of contents. */
    private void body(XmlObject body) {
        try (XmlCursor cursor = body.newCursor()) {
            for (boolean more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
                XmlObject part = cursor.getObject();
                if (part instanceof CTP paragraph) {
                    paragraph(new XWPFParagraph(paragraph, document));
                } else if (part instanceof CTTbl table) {
                    table(new XWPFTable(table, document));
                } else if (part instanceof CTSdtBlock control
                        && control.isSetSdtContent()
                        && !String.valueOf(control.getSdtPr()).contains("Table of Contents")) {
                    body(control.getSdtContent());
                }
            }
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        String text = text(paragraph);
        if (text.isBlank() || styles.isContents(paragraph)) {
            lines.add(Line.BLANK);
            return;
        }
        int level = styles.headingLevel(paragraph);
        WordNumbers.Numeral number = numbers.next(paragraph, level > 0);
        if (level > 0 || (number.isNone() && isBoldLine(paragraph, text))) {
            lines.add(Line.BLANK);
            lines.add(Line.heading(level > 0 ? level : 3, number.before(text)));
        } else if (number.isItem()) {
            lines.add(Line.of(Kind.BULLET, number.before(text)));
        } else {
            lines.add(Line.BLANK);
            text.lines().forEach(line -> lines.add(Line.of(number.before(line))));
        }
    }

    /** What is not struck out by a tracked change. */
    private static String text(XWPFParagraph paragraph) {
        return paragraph.getRuns().stream()
                .filter(run -> run.getCTR().sizeOfDelTextArray() == 0)
                .map(XWPFRun::text)
                .collect(Collectors.joining())
                .replaceAll("[\u00A0\u200B]", " ")
                .strip();
    }

    private static boolean isBoldLine(XWPFParagraph paragraph, String text) {
        return Line.of(text).looksLikeHeading(LONGEST_BOLD)
                && paragraph.getRuns().stream()
                        .allMatch(run -> run.isBold() || run.text().isBlank());
    }

    private void table(XWPFTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            rows.add(row(row, rows.isEmpty() ? List.of() : rows.getLast()));
        }
        lines.add(Line.BLANK);
        if (rows.stream().allMatch(row -> row.size() == 1)) {
            for (XWPFTableRow row : table.getRows()) {
                row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(this::paragraph));
            }
        } else {
            lines.addAll(TableLines.of(rows, isHeaded(table, rows)));
        }
        lines.add(Line.BLANK);
    }

    private static List<String> row(XWPFTableRow row, List<String> above) {
        List<String> cells = new ArrayList<>();
        for (XWPFTableCell cell : row.getTableCells()) {
            boolean merged = isMergedWithAbove(cell) && cells.size() < above.size();
            String text = merged
                    ? above.get(cells.size())
                    : cell.getParagraphs().stream().map(WordReader::text).collect(Collectors.joining(" "));
            String nested = cell.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining(" "));
            cells.add(text + ' ' + nested);
            for (int i = 1; i < span(cell); i++) {
                cells.add("");
            }
        }
        return cells;
    }

    private static boolean isMergedWithAbove(XWPFTableCell cell) {
        CTVMerge merge = cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr().getVMerge() : null;
        return merge != null && merge.getVal() != STMerge.RESTART;
    }

    private static int span(XWPFTableCell cell) {
        boolean spans = cell.getCTTc().isSetTcPr() && cell.getCTTc().getTcPr().isSetGridSpan();
        return spans ? cell.getCTTc().getTcPr().getGridSpan().getVal().intValue() : 1;
    }

    /** Word marks the row that it repeats on every page; else names of columns are bold, or stand above two more columns. */
    private static boolean isHeaded(XWPFTable table, List<List<String>> rows) {
        return rows.size() > 1
                && TableLines.areNames(rows.getFirst())
                && (table.getRow(0).isRepeatHeader()
                        || rows.getFirst().size() > 2
                        || (isBold(table.getRow(0)) && !isBold(table.getRow(1))));
    }

    private static boolean isBold(XWPFTableRow row) {
        return row.getTableCells().stream()
                .flatMap(cell -> cell.getParagraphs().stream())
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .allMatch(run -> run.isBold() || run.text().isBlank());
    }
}
