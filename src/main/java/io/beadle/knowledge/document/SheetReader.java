package io.beadle.knowledge.document;

import io.beadle.knowledge.document.Line.Kind;
import io.beadle.knowledge.document.SourceText.Form;
import io.beadle.knowledge.document.SourceText.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Spreadsheets: a section for each sheet that is not hidden, a line for each row with the names of its columns. */
final class SheetReader {
    private static final int LONGEST_HEADING = 12;

    private final DataFormatter formatter = new DataFormatter(Locale.UK);
    private final List<Line> lines = new ArrayList<>();

    private SheetReader() {
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    static SourceText read(String file, InputStream content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(content)) {
            SheetReader reader = new SheetReader();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    reader.sheet(workbook.getSheetAt(i));
                }
            }
            CoreProperties properties = workbook.getProperties().getCoreProperties();
            return new SourceText(
                    file, reader.lines, Form.MARKED, new Stated(properties.getTitle(), properties.getCreator()));
        }
    }

    private void sheet(Sheet sheet) {
        List<List<String>> rows = rows(sheet);
        if (rows.isEmpty()) {
            return;
        }
        String name = sheet.getSheetName();
        lines.add(Line.BLANK);
        lines.add(Line.heading(2, name.matches("Sheet ?\\d+") ? "" : name));
        int header = header(rows);
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (i == header || (i > header && count(row) > 1)) {
                table.add(row);
            } else {
                flush(table, header >= 0 && i > header);
                alone(row, i > header);
                if (i > header && header >= 0) {
                    table.add(rows.get(header));
                }
            }
        }
        flush(table, header >= 0);
    }

    private void flush(List<List<String>> table, boolean headed) {
        lines.addAll(TableLines.of(table, headed));
        table.clear();
    }

    /** What stands alone in its row: first of all the title, above the table a line of its own, within it the heading of the rows below. */
    private void alone(List<String> row, boolean within) {
        String text =
                String.join("\t", row.stream().filter(cell -> !cell.isEmpty()).toList());
        Line line = Line.of(text);
        lines.add(Line.BLANK);
        boolean heading = count(row) == 1 && line.looksLikeHeading(LONGEST_HEADING);
        boolean title = !within && lines.stream().allMatch(other -> other.isBlank() || other.kind() == Kind.HEADING);
        if (heading && (within || title)) {
            lines.add(Line.heading(title ? 1 : 3, text));
        } else {
            lines.add(Line.of(Kind.CELL, text));
        }
        lines.add(Line.BLANK);
    }

    private List<List<String>> rows(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getLastCellNum(); i++) {
                cells.add(text(sheet, row.getRowNum(), i));
            }
            if (count(cells) > 0 && !row.getZeroHeight()) {
                rows.add(cells);
            }
        }
        return rows;
    }

    /** A cell that is merged downwards counts for all its rows. */
    private String text(Sheet sheet, int row, int column) {
        String own = text(sheet.getRow(row).getCell(column));
        if (own.isEmpty()) {
            for (CellRangeAddress merged : sheet.getMergedRegions()) {
                boolean below = merged.isInRange(row, column) && merged.getFirstColumn() == column;
                Row first = sheet.getRow(merged.getFirstRow());
                if (below && first != null) {
                    return text(first.getCell(column));
                }
            }
        }
        return own;
    }

    private String text(@Nullable Cell cell) {
        return cell == null
                ? ""
                : formatter
                        .formatCellValue(cell)
                        .replaceAll("[\\s\u00A0]+", " ")
                        .strip();
    }

    /** The first row that may be names of columns and has a row of several cells below it; -1 if there is none. */
    private static int header(List<List<String>> rows) {
        for (int i = 0; i + 1 < rows.size(); i++) {
            if (count(rows.get(i)) > 1) {
                boolean named = TableLines.areNames(rows.get(i)) && count(rows.get(i + 1)) > 0;
                return named && count(rows.get(i)) * 2 > widest(rows) ? i : -1;
            }
        }
        return -1;
    }

    private static long widest(List<List<String>> rows) {
        return rows.stream().mapToLong(SheetReader::count).max().orElse(0);
    }

    private static long count(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).count();
    }
}
