package io.beadle.bot.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beadle.incident.EvidenceType;
import io.beadle.incident.SomeFiles;
import io.beadle.teams.SentFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class FileRulesTests {
    private static final Map<String, byte[]> CONTENTS = Map.ofEntries(
            Map.entry("JPEG", SomeFiles.JPEG),
            Map.entry("PNG", SomeFiles.PNG),
            Map.entry("HEIC", SomeFiles.HEIC),
            Map.entry("PDF", SomeFiles.PDF),
            Map.entry("EML", SomeFiles.EML),
            Map.entry("MSG", SomeFiles.MSG),
            Map.entry("ZIP", SomeFiles.ZIP),
            Map.entry("EXE", SomeFiles.EXE),
            Map.entry("HTML", SomeFiles.HTML),
            Map.entry("SVG", SomeFiles.SVG),
            Map.entry("DOC", SomeFiles.DOC),
            Map.entry("NOTHING", new byte[0]),
            Map.entry("NOISE", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));

    private final FileRules rules = new FileRules(Sending.SETTINGS);

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, jpg, JPEG, JPEG",
        "PHOTO.JPEG, JPG, JPEG, JPEG",
        "photo.jpg, jpg, HEIC, HEIC",
        "screen.png, png, PNG, PNG",
        "screen.jpg, jpg, PNG, PNG",
        "letter.pdf, pdf, PDF, PDF",
        "two.dots.pdf, '', PDF, PDF",
        "no name, pdf, PDF, PDF",
        "mail.eml, eml, EML, EML",
        "mail.msg, msg, MSG, MSG",
    })
    void keepsWhatAgrees(String name, String declared, String content, EvidenceType type) {
        SentFile file = new SentFile(name, declared, "", false);
        assertThat(rules.refusal(file)).isEmpty();
        assertThat(rules.check(file, content(content))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "'', image/*, JPEG, JPEG",
        "image.png, image/png, PNG, PNG",
        "'', image/jpeg; q=1, JPEG, JPEG",
        "original, image/*, HEIC, HEIC",
    })
    void keepsPicturesInAMessage(String name, String declared, String content, EvidenceType type) {
        assertThat(rules.check(new SentFile(name, declared, "", true), content(content)))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "files.zip, zip, ARCHIVE",
        "files.7z, 7z, ARCHIVE",
        "page.html, html, PAGE",
        "logo.svg, svg, PAGE",
        "photo.jpg.exe, exe, PROGRAM",
        "macro.docm, docm, PROGRAM",
        "link.lnk, lnk, PROGRAM",
        "letter.docx, docx, OTHER",
        "clip.mp4, mp4, OTHER",
        "nothing, '', OTHER",
        "nothing., '', OTHER",
        "photo.jpg, exe, PROGRAM",
        "photo.exe, jpg, PROGRAM",
        "photo\u202egpj.exe, jpg, PROGRAM",
        ".jpg/../run.exe, jpg, PROGRAM",
        "photo.jpg%00.exe, jpg, PROGRAM",
    })
    void refusesBeforeAnythingIsFetched(String name, String declared, Refusal refusal) {
        assertThat(rules.refusal(new SentFile(name, declared, "", false))).contains(refusal);
    }

    @Test
    void refusesADrawingInAMessage() {
        assertThat(rules.refusal(new SentFile("", "image/svg+xml", "", true))).contains(Refusal.PAGE);
        assertThat(rules.refusal(new SentFile("x.pdf.zip", "image/*", "", true)))
                .contains(Refusal.ARCHIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, ZIP, ARCHIVE",
        "photo.jpg, EXE, PROGRAM",
        "photo.png, HTML, PAGE",
        "photo.png, SVG, PAGE",
        "letter.pdf, PNG, MISMATCH",
        "letter.pdf, EML, MISMATCH",
        "photo.jpg, PDF, MISMATCH",
        "mail.msg, DOC, MISMATCH",
        "mail.eml, HTML, PAGE",
        "photo.jpg, NOISE, MISMATCH",
        "photo.jpg, NOTHING, EMPTY",
    })
    void refusesWhatIsNotWhatItSays(String name, String content, Refusal refusal) {
        SentFile file = new SentFile(name, "", "", false);
        assertThat(rules.refusal(file)).isEmpty();
        assertThat(refusal(rules, file, content)).isEqualTo(refusal);
    }

    @Test
    void aPictureInAMessageIsAPicture() {
        assertThat(refusal(rules, new SentFile("", "image/*", "", true), "PDF")).isEqualTo(Refusal.MISMATCH);
    }

    @Test
    void keepsOnlyTheTypesThatAreConfigured() {
        FileRules pdf = new FileRules(new EvidenceSettings(
                List.of("sharepoint.com"), DataSize.ofMegabytes(1), Duration.ofSeconds(9), Set.of(EvidenceType.PDF)));
        assertThat(pdf.refusal(new SentFile("photo.jpg", "jpg", "", false))).contains(Refusal.OTHER);
        assertThat(refusal(pdf, new SentFile("", "image/*", "", true), "PNG")).isEqualTo(Refusal.OTHER);
        assertThat(pdf.check(new SentFile("a.pdf", "pdf", "", false), SomeFiles.PDF))
                .isEqualTo(EvidenceType.PDF);
    }

    @Test
    void aNameIsKeptWithoutWhatIsNotSeen() {
        assertThat(FileRules.cleaned("C:\\Users\\pat\\photo.jpg")).isEqualTo("photo.jpg");
        assertThat(FileRules.cleaned("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileRules.cleaned("a\u0000b\r\nc\u202ed\u200b.jpg")).isEqualTo("abcd.jpg");
        assertThat(FileRules.cleaned("x".repeat(500) + ".jpg")).hasSize(120).endsWith("x.jpg");
        assertThat(FileRules.cleaned("  ")).isEmpty();
    }

    @Test
    void everyRefusalHasASentenceOfItsOwn() {
        assertThat(Refusal.values()).extracting(Refusal::sentence).doesNotHaveDuplicates();
        for (Refusal refusal : Refusal.values()) {
            assertThat(Sending.CARDS.phrases().withNumbers(refusal.sentence(), "25 MB"))
                    .as(refusal.name().toLowerCase(Locale.ROOT))
                    .contains("lease");
        }
    }

    private static Refusal refusal(FileRules rules, SentFile file, String content) {
        return catchThrowableOfType(RefusedFileException.class, () -> rules.check(file, content(content)))
                .refusal();
    }

    private static byte[] content(String name) {
        return java.util.Objects.requireNonNull(CONTENTS.get(name));
    }
}
