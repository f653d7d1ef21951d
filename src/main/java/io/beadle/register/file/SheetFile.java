package io.beadle.register.file;

import io.beadle.register.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Tables as XLSX. A cell of text is one whatever it holds; edited in Excel it stays one, by its style. */
final class SheetFile {
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int CHARACTER = 256;
    private static final int NARROW = 14 * CHARACTER;
    private static final int WIDE = 40 * CHARACTER;
    private static final int WIDE_FROM = 30;

    private final Workbook workbook;
    private final CellStyle heading;
    private final CellStyle text;
    private final CellStyle literal;

    private SheetFile(Workbook workbook) {
        this.workbook = workbook;
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading = wrapped();
        heading.setFont(bold);
        text = wrapped();
        literal = wrapped();
        literal.setQuotePrefixed(true);
    }

    private CellStyle wrapped() {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        return style;
    }

    static byte[] of(List<Table> tables) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook()) {
            SheetFile file = new SheetFile(workbook);
            tables.forEach(file::add);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private void add(Table table) {
        Sheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.title()));
        Row titles = sheet.createRow(0);
        for (int column = 0; column < table.columns().size(); column++) {
            write(titles, column, table.columns().get(column).title(), heading);
            sheet.setColumnWidth(column, width(table, column));
        }
        sheet.createFreezePane(1, 1);
        int next = 1;
        for (List<String> cells : table.rows()) {
            Row row = sheet.createRow(next++);
            for (int column = 0; column < cells.size(); column++) {
                write(row, column, cells.get(column), table.columns().get(column));
            }
        }
        if (!table.note().isEmpty()) {
            write(sheet.createRow(next + 1), 0, table.note(), text);
        }
    }

    private void write(Row row, int column, String value, Table.Column of) {
        if (of.number() && value.matches("\\d{1,15}")) {
            Cell cell = row.createCell(column);
            cell.setCellValue(Double.parseDouble(value));
        } else if (!value.isEmpty()) {
            write(row, column, value, Inert.isFormula(value) ? literal : text);
        }
    }

    private static void write(Row row, int column, String value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value.length() <= LONGEST ? value : value.substring(0, LONGEST));
        cell.setCellStyle(style);
    }

    private static int width(Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column).length() > WIDE_FROM) ? WIDE : NARROW;
    }
}
