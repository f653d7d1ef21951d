package io.beadle.knowledge.document;

import io.beadle.knowledge.document.SourceText.Form;
import io.beadle.knowledge.document.SourceText.Stated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDFs that hold text. */
final class PdfReader {
    private static final int END_BYTES = 2048;
    private static final int FEWEST_LETTERS = 40;

    private PdfReader() {}

    static SourceText read(String file, byte[] content) throws IOException, UnreadableException {
        try (PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            List<PrintedLine> lines = PdfLines.of(document);
            if (lines.stream().mapToInt(line -> line.text().length()).sum() < FEWEST_LETTERS) {
                throw new UnreadableException("is a scan without text (" + pages + (pages == 1 ? " page" : " pages")
                        + "), put the original there or make its text readable by OCR");
            }
            PrintedText text = new PrintedText(PageEnds.without(lines, pages));
            PDDocumentInformation stated = document.getDocumentInformation();
            return new SourceText(
                    file,
                    text.lines(),
                    text.hasHeadings() ? Form.MARKED : Form.UNMARKED,
                    new Stated(stated.getTitle(), stated.getAuthor()));
        } catch (InvalidPasswordException e) {
            throw new UnreadableException("is protected with a password, save a copy without one");
        }
    }

    /** PDFs end in a mark; what comes before it may be read without it, but it would be half a policy. */
    static boolean isCutShort(byte[] content) {
        int from = Math.max(0, content.length - END_BYTES);
        return !new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }
}
