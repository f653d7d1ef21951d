package io.beadle.register.file;

import io.beadle.register.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A paper as DOCX. Headings are headings, so that a screen reader can go from one to the next; names and texts are a table. */
final class WordFile {
    private static final String TITLE = "Heading1";
    private static final String HEADING = "Heading2";
    private static final int TITLE_POINTS = 20;
    private static final int HEADING_POINTS = 14;
    private static final String MISSING = "9C1C1C";

    private final XWPFDocument document;

    private WordFile(XWPFDocument document) {
        this.document = document;
    }

    static byte[] of(Paper paper) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            WordFile file = new WordFile(document);
            document.createStyles();
            file.style(TITLE, "heading 1", 0);
            file.style(HEADING, "heading 2", 1);
            document.getProperties().getCoreProperties().setTitle(paper.title());
            file.heading(paper.title(), TITLE, TITLE_POINTS);
            paper.parts().forEach(file::add);
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private void style(String id, String name, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        document.getStyles().addStyle(new XWPFStyle(style));
    }

    private void add(Paper.Part part) {
        switch (part) {
            case Paper.Heading heading -> heading(heading.text(), HEADING, HEADING_POINTS);
            case Paper.Text text -> write(document.createParagraph(), text.text());
            case Paper.Lines lines -> lines(lines);
        }
    }

    private void heading(String text, String style, int points) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        XWPFRun run = write(paragraph, text);
        run.setBold(true);
        run.setFontSize(points);
    }

    private void lines(Paper.Lines lines) {
        if (lines.lines().isEmpty()) {
            return;
        }
        XWPFTable table = document.createTable(lines.lines().size(), 2);
        table.setWidth("100%");
        for (int i = 0; i < lines.lines().size(); i++) {
            Paper.Line line = lines.lines().get(i);
            XWPFTableRow row = table.getRow(i);
            row.getCell(0).setWidth("30%");
            row.getCell(1).setWidth("70%");
            write(row.getCell(0).getParagraphs().getFirst(), line.name()).setBold(true);
            XWPFRun run = write(row.getCell(1).getParagraphs().getFirst(), line.text());
            if (line.missing()) {
                run.setColor(MISSING);
                run.setBold(true);
            }
        }
        // two tables in a row would be one
        document.createParagraph();
    }

    /** A line break in the text is one in the document. */
    private static XWPFRun write(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        return run;
    }
}
