package io.beadle.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.Samples.Print;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** What becomes of the structure that formats have and plain text has not. */
class FormatTests {
    private static final String LONG = "The desk keeps a list of all keys that are lent and checks it at the end of";

    @Test
    void aPdfKeepsItsHeadingsPagesAndParagraphsAndLosesItsHeadsAndFeet() throws Exception {
        PolicyDocument document = read(
                "keys.pdf",
                Samples.bytes(Samples.pdf(
                        "Fenmarsh District Council - Official",
                        List.of(
                                List.of(
                                        new Print(72, 0, 26, true, "Key Lending Policy"),
                                        Print.text(72, 40, "Document Owner: Head of Facilities"),
                                        Print.text(72, 54, "Next review: 30 June 2027"),
                                        Print.heading(100, "1. Lending"),
                                        Print.text(72, 120, LONG + " every"),
                                        Print.text(
                                                72,
                                                134,
                                                "working day, and twice on Fridays, when most of them come back at once.")),
                                List.of(
                                        Print.heading(0, "2. Losing"),
                                        Print.text(72, 20, "Whoever loses a key tells the desk, which then:"),
                                        Print.text(72, 34, "\u2022"),
                                        Print.text(
                                                90,
                                                34,
                                                "changes the lock of the door to which the key belongs, on the very same"),
                                        Print.text(90, 48, "day"),
                                        Print.text(72, 62, "\u2022"),
                                        Print.text(90, 62, "tells the police"),
                                        Print.text(72, 90, LONG + " every")),
                                List.of(
                                        Print.text(72, 0, "month as well."),
                                        Print.heading(40, "3. Finding"),
                                        Print.text(72, 60, LONG + " the day."))))));

        assertThat(document.policy().title()).isEqualTo("Key Lending Policy");
        assertThat(document.policy().owner()).isEqualTo("Head of Facilities");
        assertThat(document.policy().review()).isEqualTo("30 June 2027");
        assertThat(document.passages()).extracting(Passage::section).containsExactly(null, "1", "2", "3");
        assertThat(document.passages()).extracting(Passage::page).containsExactly(1, 1, 2, 3);
        assertThat(document.passages().getFirst().heading()).isEqualTo("Document details");
        assertThat(document.passages().get(1).text())
                .isEqualTo(LONG + " every working day, and twice on Fridays, when most of them come back at once.");
        assertThat(document.passages().get(2).text())
                .contains(
                        "which then:\n\u2022 changes the lock of the door to which the key belongs, on the very same day\n")
                .contains("end of every month as well.");
        assertThat(document.passages()).noneMatch(passage -> passage.text().matches("(?s).*(Page \\d|Official).*"));
    }

    @Test
    void aTableInAPdfIsReadRowByRowAlsoWhereCellsHaveSeveralLinesAndItGoesOnOverThePage() throws Exception {
        List<Print> first = new ArrayList<>(List.of(
                Print.heading(0, "1. Schedule"),
                new Print(72, 30, 11, true, "Record"),
                new Print(220, 30, 11, true, "Keep for"),
                new Print(380, 30, 11, true, "Authority"),
                Print.text(72, 52, "Payroll"),
                Print.text(220, 52, "Six years after"),
                Print.text(380, 52, "Tax rules"),
                Print.text(220, 66, "the end of the year"),
                Print.text(72, 90, "Parking appeals"),
                Print.text(220, 90, "Three years"),
                Print.text(380, 90, "Own decision")));
        List<Print> second = List.of(
                Print.text(72, 0, "Visitor books"),
                Print.text(220, 0, "Ninety days after"),
                Print.text(380, 0, "Own decision"),
                Print.text(220, 14, "the last entry"),
                Print.heading(60, "2. Disposal"),
                Print.text(72, 90, LONG + " the day."));

        PolicyDocument document = read("schedule.pdf", Samples.bytes(Samples.pdf("Head", List.of(first, second))));

        assertThat(Sentences.clauses(all(document)))
                .contains(
                        "Record: Payroll | Keep for: Six years after the end of the year | Authority: Tax rules",
                        "Record: Parking appeals | Keep for: Three years | Authority: Own decision",
                        "Record: Visitor books | Keep for: Ninety days after the last entry | Authority: Own decision");
    }

    @Test
    void aWordDocumentKeepsItsStylesAndTheNumbersThatWordCounts() throws Exception {
        try (XWPFDocument word = new XWPFDocument()) {
            word.getProperties().getCoreProperties().setCreator("A Writer");
            style(word, "Heading1", "heading 1");
            style(word, "TOC1", "toc 1");
            BigInteger numbers = numbering(word);
            Samples.paragraph(word, "", "Key Lending Policy");
            Samples.paragraph(word, "TOC1", "1 Lending\t2");
            numbered(word, numbers, 0, "Heading1", "Lending");
            numbered(
                    word,
                    numbers,
                    1,
                    "",
                    "Keys are lent to people who have signed for them, and to nobody else at all.");
            numbered(word, numbers, 1, "", "They come back within seven days, or the desk asks for them in writing.");
            numbered(word, numbers, 0, "Heading1", "Losing");
            numbered(word, numbers, 1, "", "Tell the desk at once.");
            word.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Running head");

            PolicyDocument document = read("keys.docx", Samples.bytes(word));

            assertThat(document.policy().title()).isEqualTo("Key Lending Policy");
            assertThat(document.policy().owner()).isEqualTo("A Writer");
            assertThat(document.passages()).extracting(Passage::section).containsExactly("1.1", "1.2", "2.1");
            assertThat(document.passages())
                    .extracting(Passage::heading)
                    .containsExactly("Lending", "Lending", "Losing");
            assertThat(all(document)).doesNotContain("Running head", "1 Lending");
        }
    }

    @Test
    void aTableInAWordDocumentGivesEveryRowTheNamesOfItsColumns() throws Exception {
        try (XWPFDocument word = new XWPFDocument()) {
            style(word, "Heading1", "heading 1");
            Samples.paragraph(word, "Heading1", "Version history");
            Samples.table(
                    word,
                    new String[] {"Version", "Date", "Change", "Author"},
                    new String[] {"1.0", "05/10/2019", "First issue", "A Writer"},
                    new String[] {"2.0", "09/04/2023", "Approved by the Keys Board. Safes added.", "B Writer"});

            PolicyDocument document = read("keys.docx", Samples.bytes(word));

            assertThat(document.policy().version()).isEqualTo("2.0");
            assertThat(document.policy().approved()).isEqualTo("09/04/2023");
            assertThat(document.passages()).singleElement().satisfies(passage -> {
                assertThat(passage.heading()).isEqualTo("Version history");
                assertThat(Sentences.clauses(passage.text()))
                        .containsExactly(
                                "Version: 1.0 | Date: 05/10/2019 | Change: First issue | Author: A Writer",
                                "Version: 2.0 | Date: 09/04/2023 | Change: Approved by the Keys Board. Safes added. | Author: B Writer");
            });
        }
    }

    @Test
    void aSpreadsheetHasASectionForEachSheetAndAClauseForEachRow() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Finance");
            Samples.row(sheet, 0, "Retention schedule of Fenmarsh District Council");
            Samples.row(sheet, 2, "Group", "Record", "Keep for (years)");
            Samples.row(sheet, 3, "Pay", "Payslips", 6);
            Samples.row(sheet, 4, "", "Pension letters", 12);
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("Secret");
            workbook.setSheetHidden(1, true);

            PolicyDocument document = read("schedule.xlsx", Samples.bytes(workbook));

            assertThat(document.policy().title()).isEqualTo("Retention schedule of Fenmarsh District Council");
            assertThat(document.passages()).extracting(Passage::heading).containsOnly("Finance");
            assertThat(Sentences.clauses(all(document)))
                    .contains(
                            "Group: Pay | Record: Payslips | Keep for (years): 6",
                            "Group: Pay | Record: Pension letters | Keep for (years): 12");
            assertThat(all(document)).doesNotContain("Secret");
        }
    }

    @Test
    void aLongSpreadsheetIsCutBetweenRows() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Schedule");
            Samples.row(sheet, 0, "Record", "Keep for");
            for (int i = 1; i <= 100; i++) {
                Samples.row(sheet, i, "Records of kind " + i, i + " years after the last entry");
            }
            PolicyDocument document = read("long.xlsx", Samples.bytes(workbook));

            assertThat(document.passages())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(passage -> assertThat(passage.text())
                            .startsWith("Record: Records of kind")
                            .endsWith("years after the last entry"));
        }
    }

    @Test
    void aWebPageKeepsItsContentAndLosesItsMenus() throws Exception {
        PolicyDocument document = read("page.html", """
                <!DOCTYPE html><html><head><title>Fenmarsh</title><script>var x = "no text";</script></head><body>
                <nav><ul><li>Home</li><li>Bins</li></ul></nav>
                <main><h1>Key lending procedure</h1><p>Version: 1.2</p>
                <h2>Losing a key</h2><p>Tell the desk <b>at once</b>, which then:</p>
                <ol><li>changes the lock</li><li>tells the police, and <ul><li>the insurer</li></ul></li></ol>
                <p><a href="#top">Back to top</a></p>
                <table><tr><th>Key</th><th>Kept in</th></tr><tr><td>Safe</td><td>The strong room</td></tr></table>
                </main><footer>Cookies</footer></body></html>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(document.policy().title()).isEqualTo("Key lending procedure");
        assertThat(document.policy().version()).isEqualTo("1.2");
        assertThat(all(document))
                .contains(
                        "Tell the desk at once, which then:\n1. changes the lock\n2. tells the police, and\n\u2022 the insurer")
                .contains("Key: Safe | Kept in: The strong room")
                .doesNotContain("Home", "Cookies", "no text", "Back to top");
    }

    private static PolicyDocument read(String file, byte[] content) throws UnreadableException {
        return PolicyDocument.read(new BoundedReader(Duration.ofMinutes(1)).read(file, content));
    }

    private static String all(PolicyDocument document) {
        return String.join(
                "\n\n", document.passages().stream().map(Passage::text).toList());
    }

    private static void style(XWPFDocument word, String id, String name) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        word.createStyles().addStyle(new XWPFStyle(style));
    }

    /** Chapters "1" and clauses "1.1", as Word's multilevel lists are. */
    private static BigInteger numbering(XWPFDocument word) {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ONE);
        for (int level = 0; level < 2; level++) {
            CTLvl settings = list.addNewLvl();
            settings.setIlvl(BigInteger.valueOf(level));
            settings.addNewStart().setVal(BigInteger.ONE);
            settings.addNewNumFmt().setVal(STNumberFormat.DECIMAL);
            settings.addNewLvlText().setVal(level == 0 ? "%1" : "%1.%2");
        }
        var numbering = word.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(list)));
    }

    private static void numbered(XWPFDocument word, BigInteger numbers, int level, String style, String text) {
        Samples.paragraph(word, style, text);
        var paragraph = word.getParagraphs().getLast();
        paragraph.setNumID(numbers);
        paragraph.setNumILvl(BigInteger.valueOf(level));
    }
}
