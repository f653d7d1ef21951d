package io.beadle.register.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.register.Formats;
import io.beadle.register.Paper;
import io.beadle.register.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format, read back. */
class OfficeFilesTests {
    private static final Formats FORMATS = new OfficeFiles();

    @Test
    void aPaperHasHeadingsTextsAndATableOfNamesAndTexts() throws IOException {
        byte[] file = FORMATS.word(new Paper(
                "Notification of \u201cINC\u201d",
                List.of(
                        new Paper.Text("As known <today> & now."),
                        new Paper.Heading("Who we are"),
                        new Paper.Lines(List.of(
                                new Paper.Line("Controller", "Aldermere\nBorough Council", false),
                                new Paper.Line("Records", "Not known yet", true))))));
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(read.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Notification of \u201cINC\u201d");
            assertThat(read.getParagraphs())
                    .extracting(paragraph -> paragraph.getStyle() + ": " + paragraph.getText())
                    .contains(
                            "Heading1: Notification of \u201cINC\u201d",
                            "null: As known <today> & now.",
                            "Heading2: Who we are");
            assertThat(read.getStyles().getStyle("Heading2").getName()).isEqualTo("heading 2");
            assertThat(read.getTables()).singleElement().satisfies(table -> {
                assertThat(table.getRow(0).getCell(0).getText()).isEqualTo("Controller");
                assertThat(table.getRow(0).getCell(1).getText()).isEqualTo("Aldermere\nBorough Council");
                assertThat(table.getRow(1)
                                .getCell(1)
                                .getParagraphs()
                                .getFirst()
                                .getRuns()
                                .getFirst()
                                .getColor())
                        .isEqualTo("9C1C1C");
            });
        }
    }

    @Test
    void aSheetHasNumbersAsNumbersAndTextAsText() throws IOException {
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(FORMATS.sheets(List.of(table("plain")))))) {
            var sheet = read.getSheet("Breach register");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Reference");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("plain");
            assertThat(sheet.getRow(1).getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(412);
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("As of today.");
        }
    }

    @Test
    void aTableIsTheSameReadBackFromCommas() throws IOException {
        List<CSVRecord> read =
                records(FORMATS.commaSeparated(List.of(table("with, \"quotes\"\nand a second line, \u00e9"))));
        assertThat(read.get(0).toList()).containsExactly("Reference", "People");
        assertThat(read.get(1).toList()).containsExactly("with, \"quotes\"\nand a second line, \u00e9", "412");
        assertThat(read).hasSize(2);
    }

    @Test
    void severalTablesStandBelowEachOtherUnderTheirTitles() throws IOException {
        List<CSVRecord> read = records(FORMATS.commaSeparated(List.of(table("a"), table("b"))));
        assertThat(read)
                .extracting(line -> line.get(0))
                .containsExactly("Breach register", "Reference", "a", "", "Breach register", "Reference", "b", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\")",
                "+1+1",
                "-2+3",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "  =1",
                "\uff1d1",
                "\u200b=1",
                "|cmd"
            })
    void nothingTypedIsAFormula(String typed) throws IOException {
        CSVRecord line = records(FORMATS.commaSeparated(List.of(table(typed)))).get(1);
        assertThat(line.get(0)).isEqualTo("'" + typed);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(FORMATS.sheets(List.of(table(typed)))))) {
            Cell cell = read.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void aTextLongerThanACellMayBeIsCut() throws IOException {
        try (XSSFWorkbook read =
                new XSSFWorkbook(new ByteArrayInputStream(FORMATS.sheets(List.of(table("x".repeat(40_000))))))) {
            assertThat(read.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .hasSize(32_767);
        }
    }

    private static Table table(String first) {
        return new Table(
                "Breach register",
                List.of(new Table.Column("Reference", false), new Table.Column("People", true)),
                List.of(List.of(first, "412")),
                "As of today.");
    }

    private static List<CSVRecord> records(byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        try (InputStreamReader reader = new InputStreamReader(
                new ByteArrayInputStream(text.substring(1).getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setIgnoreEmptyLines(false)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }
}
