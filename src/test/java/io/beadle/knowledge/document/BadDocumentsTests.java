package io.beadle.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.KnowledgeProperties.Documents;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.document.Samples.Print;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line for each file that cannot be read; the others go in. */
@Alongside
class BadDocumentsTests {
    private static final String GOOD = "# Good policy\n\n## 1 Keys\n\nKeys are lent to people who sign for them.\n";

    @TempDir
    Path folder;

    @BeforeEach
    void aGoodDocument() throws IOException {
        Files.writeString(folder.resolve("good.md"), GOOD);
    }

    @Test
    void saysWhatIsProtectedWithAPassword() throws Exception {
        PDDocument pdf = aPdf();
        pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        write("locked.pdf", Samples.bytes(pdf));
        write("locked.docx", locked(aWordDocument()));

        assertThat(problems())
                .containsExactly(
                        file("locked.docx") + ": is protected with a password, save a copy without one",
                        file("locked.pdf") + ": is protected with a password, save a copy without one");
    }

    @Test
    void saysWhatHasNoText() throws Exception {
        PDDocument scan = new PDDocument();
        scan.addPage(new PDPage());
        scan.addPage(new PDPage());
        write("scan.pdf", Samples.bytes(scan));
        write("empty.docx", new byte[0]);
        write("blank.txt", " \n\n".getBytes(StandardCharsets.UTF_8));
        try (XWPFDocument word = new XWPFDocument()) {
            write("nothing.docx", Samples.bytes(word));
        }

        assertThat(problems())
                .containsExactly(
                        file("blank.txt") + ": is empty, remove it or fill it",
                        file("empty.docx") + ": is empty, remove it or fill it",
                        file("nothing.docx") + ": is empty, remove it or fill it",
                        file("scan.pdf") + ": is a scan without text (2 pages), put the original there or make its text"
                                + " readable by OCR");
    }

    @Test
    void saysWhatIsCutShortOrNoDocumentAtAll() throws Exception {
        byte[] pdf = Samples.bytes(aPdf());
        write("half.pdf", Arrays.copyOf(pdf, pdf.length / 2));
        byte[] word = aWordDocument();
        write("half.docx", Arrays.copyOf(word, word.length / 2));
        write("noise.docx", new byte[] {'P', 'K', 3, 4, 1, 2, 3});
        write("old.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});
        write("picture.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});

        assertThat(problems())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file("half.docx") + ": is damaged or cut short"),
                        line -> assertThat(line)
                                .startsWith(file("half.pdf") + ": is cut short, copy the whole file again"),
                        line -> assertThat(line).startsWith(file("noise.docx") + ": is "),
                        line -> assertThat(line)
                                .startsWith(file("old.doc") + ": is in the format of Office before 2007, save it as"),
                        line -> assertThat(line).startsWith(file("picture.txt") + ": is not text in any encoding"));
    }

    @Test
    void readsWhatHasTheWrongEndingAndSaysSo() throws Exception {
        write("really-a.docx", Samples.bytes(aPdf()));
        write("really-word.pdf", aWordDocument());

        FileSources sources = sources(Documents.DEFAULT);

        assertThat(read(sources))
                .extracting(document -> document.policy().document())
                .containsExactly("good.md", "really-a.docx", "really-word.pdf");
        assertThat(problems())
                .containsExactly(
                        file("really-a.docx") + ": is a PDF by its content and was read as one, name it .pdf",
                        file("really-word.pdf")
                                + ": is a Word document by its content and was read as one, name it .docx");
    }

    @Test
    void doesNotUnpackABomb() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(nothing);
            }
        }
        write("bomb.docx", bomb.toByteArray());

        assertThat(problems())
                .containsExactly(file("bomb.docx") + ": grows far too big when unpacked, save it anew or remove it");
    }

    @Test
    void doesNotOpenWhatIsTooBig() throws Exception {
        try (RandomAccessFile big =
                new RandomAccessFile(folder.resolve("big.pdf").toFile(), "rw")) {
            big.setLength(500L << 20);
        }

        assertThat(problems())
                .containsExactly(file("big.pdf") + ": has 500 MB and is not opened, cut it into smaller files or raise"
                        + " beadle.knowledge.documents.most-size");
    }

    @Test
    void givesUpOnWhatTakesTooLong() throws Exception {
        Documents hurried = new Documents(Documents.DEFAULT.mostSize(), Duration.ZERO);
        write("slow.pdf", Samples.bytes(aPdf()));

        assertThat(sources(hurried).problems()).anyMatch(line -> line.startsWith(file("slow.pdf") + ": takes longer"));
    }

    @Test
    void readsTextOfOldWindowsAndNamesWithOddCharacters() throws Exception {
        write(
                "caf\u00E9 \u201Crules\u201D #1 %20.txt",
                "The caf\u00E9\u2019s keys".getBytes(Charset.forName("windows-1252")));
        write("utf16.txt", "\uFEFFThe caf\u00E9 is shut".getBytes(StandardCharsets.UTF_16LE));
        write("line\nbreak.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});

        assertThat(read(sources(Documents.DEFAULT)))
                .flatExtracting(PolicyDocument::passages)
                .extracting(Passage::text)
                .contains("The caf\u00E9\u2019s keys", "The caf\u00E9 is shut");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(file("line\uFFFDbreak.doc"))
                .doesNotContain("\n");
    }

    @Test
    void oneFileCanBeReadByItselfAndItsDigestTellsWhetherItChanged() throws Exception {
        FileSources sources = sources(Documents.DEFAULT);
        SourceFile good = sources.list().files().getFirst();
        String before = sources.digest(good);

        assertThat(sources.read(good)).isInstanceOfSatisfying(SourceRead.Read.class, read -> {
            assertThat(read.digest()).isEqualTo(before).hasSize(64);
            assertThat(read.document().policy().title()).isEqualTo("Good policy");
            assertThat(read.remark()).isNull();
        });
        Files.writeString(folder.resolve("good.md"), GOOD + "More.");
        assertThat(sources.digest(good)).isNotEqualTo(before);
        Files.delete(folder.resolve("good.md"));
        assertThat(sources.digest(good)).isEmpty();
        assertThat(sources.read(good))
                .isInstanceOfSatisfying(
                        SourceRead.Unreadable.class,
                        unreadable -> assertThat(unreadable.problem())
                                .isEqualTo(file("good.md") + ": cannot be read, let Beadle read it"));
    }

    private static PDDocument aPdf() {
        return Samples.pdf(
                "Head",
                List.of(List.of(Print.text(72, 0, "Keys are lent to people who sign for them, and to nobody else."))));
    }

    private static byte[] aWordDocument() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            Samples.paragraph(word, "", "Keys are lent to people who sign for them, and to nobody else.");
            return Samples.bytes(word);
        }
    }

    private static byte[] locked(byte[] document) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream stream = encryptor.getDataStream(files)) {
                stream.write(document);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private List<String> problems() {
        FileSources sources = sources(Documents.DEFAULT);
        assertThat(read(sources))
                .extracting(document -> document.policy().document())
                .contains("good.md");
        return sources.problems();
    }

    private static List<PolicyDocument> read(FileSources sources) {
        return sources.list().files().stream()
                .map(sources::read)
                .filter(SourceRead.Read.class::isInstance)
                .map(read -> ((SourceRead.Read) read).document())
                .toList();
    }

    private FileSources sources(Documents bounds) {
        return new FileSources(new KnowledgeProperties(List.of(folder), null, Set.of(), Path.of("unused"), bounds));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }
}
