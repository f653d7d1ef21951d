package io.beadle.knowledge.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Files of real formats, made as offices make them. */
final class Samples {
    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final float TOP = PDRectangle.A4.getHeight() - 70;

    private Samples() {}

    /** What is printed at a place; y counts down from the top margin. */
    record Print(float x, float y, float size, boolean bold, String text) {
        static Print text(float x, float y, String text) {
            return new Print(x, y, 11, false, text);
        }

        static Print heading(float y, String text) {
            return new Print(72, y, 16, true, text);
        }
    }

    /** A PDF with the same head and a counted foot on each page. */
    static PDDocument pdf(String head, List<List<Print>> pages) {
        PDDocument document = new PDDocument();
        try {
            for (int number = 1; number <= pages.size(); number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    show(content, new Print(72, -40, 9, false, head));
                    show(content, new Print(280, 720, 9, false, "Page " + number + " of " + pages.size()));
                    for (Print print : pages.get(number - 1)) {
                        show(content, print);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document;
    }

    private static void show(PDPageContentStream content, Print print) throws IOException {
        content.beginText();
        content.setFont(print.bold() ? BOLD : PLAIN, print.size());
        content.newLineAtOffset(print.x(), TOP - print.y());
        content.showText(print.text());
        content.endText();
    }

    static byte[] bytes(PDDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(XWPFDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(XSSFWorkbook workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void paragraph(XWPFDocument document, String style, String text) {
        var paragraph = document.createParagraph();
        if (!style.isEmpty()) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
    }

    static XWPFTable table(XWPFDocument document, String[]... rows) {
        XWPFTable table = document.createTable(rows.length, rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                table.getRow(row).getCell(column).setText(rows[row][column]);
            }
        }
        return table;
    }

    static void row(XSSFSheet sheet, int number, Object... cells) {
        XSSFRow row = sheet.createRow(number);
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number value) {
                row.createCell(column).setCellValue(value.doubleValue());
            } else {
                row.createCell(column).setCellValue(String.valueOf(cells[column]));
            }
        }
    }
}
