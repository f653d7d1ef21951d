package io.beadle.knowledge.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;

/** Takes a file for what it is by its content, whatever its name says, and gets its text. */
final class Formats {
    private static final String OLD_OFFICE = "D0CF11E0";
    private static final int HEAD_BYTES = 1024;
    private static final int MOST_ENTRIES = 10_000;

    /** A part of a Word file or spreadsheet that is bigger unpacked is no policy: a million words have 20 MB. */
    private static final long MOST_UNPACKED_BYTES = 64L << 20;

    static {
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED_BYTES);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
        IOUtils.setMaxByteArrayInitSize((int) MOST_UNPACKED_BYTES);
    }

    private Formats() {}

    /** The formats by what they are called to a person, and the endings of their names. */
    enum Format {
        PDF("a PDF", "pdf", ""),
        WORD("a Word document", "docx", "docm|dotx"),
        SHEET("a spreadsheet", "xlsx", "xlsm"),
        HTML("a web page", "html", "htm"),
        TEXT("plain text", "txt", "md");

        final String called;
        final String ending;
        private final String otherEndings;

        Format(String called, String ending, String otherEndings) {
            this.called = called;
            this.ending = ending;
            this.otherEndings = otherEndings;
        }

        boolean isOf(String file) {
            return file.toLowerCase(Locale.ROOT).matches("(?s).*\\.(?:" + ending + '|' + otherEndings + ')');
        }

        static boolean isKnown(String file) {
            return Arrays.stream(values()).anyMatch(format -> format.isOf(file));
        }
    }

    static Format detect(byte[] content) throws UnreadableException {
        String head = new String(content, 0, Math.min(HEAD_BYTES, content.length), StandardCharsets.ISO_8859_1);
        if (head.isBlank() || head.chars().allMatch(c -> c == 0)) {
            throw new UnreadableException("is empty, remove it or fill it");
        }
        if (head.contains("%PDF-")) {
            return Format.PDF;
        }
        if (head.startsWith("PK")) {
            return detectZip(content);
        }
        if (hex(head).startsWith(OLD_OFFICE)) {
            boolean locked = contains(content, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
            throw new UnreadableException(
                    locked
                            ? "is protected with a password, save a copy without one"
                            : "is in the format of Office before 2007, save it as .docx or .xlsx");
        }
        if (head.startsWith("{\\rtf")) {
            throw new UnreadableException("is rich text (RTF), save it as .docx");
        }
        String start = head.strip().toLowerCase(Locale.ROOT);
        boolean html = start.matches("(?s)(?:\\W{0,3})?<(?:!doctype html|html|head|body|!--).*");
        return html ? Format.HTML : Format.TEXT;
    }

    static SourceText read(String file, Format format, byte[] content) throws IOException, UnreadableException {
        return switch (format) {
            case PDF -> {
                if (PdfReader.isCutShort(content)) {
                    throw new UnreadableException("is cut short, copy the whole file again");
                }
                yield PdfReader.read(file, content);
            }
            case WORD -> WordReader.read(file, new ByteArrayInputStream(content));
            case SHEET -> SheetReader.read(file, new ByteArrayInputStream(content));
            case HTML -> HtmlReader.read(file, content);
            case TEXT -> SourceText.of(file, TextReader.decode(content));
        };
    }

    private static Format detectZip(byte[] content) throws UnreadableException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && entries < MOST_ENTRIES;
                    entry = zip.getNextEntry(), entries++) {
                if (entry.getName().startsWith("word/")) {
                    return Format.WORD;
                }
                if (entry.getName().startsWith("xl/")) {
                    return Format.SHEET;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException("is damaged or cut short, copy the whole file again");
        }
        throw new UnreadableException("is neither a Word document nor a spreadsheet, save it as .docx, .xlsx or .pdf");
    }

    private static String hex(String head) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(head.substring(0, Math.min(4, head.length())).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        return all.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
