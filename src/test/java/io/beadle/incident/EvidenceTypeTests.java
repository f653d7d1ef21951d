package io.beadle.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTypeTests {
    private static final Map<EvidenceType, byte[]> EACH = Map.of(
            EvidenceType.JPEG, SomeFiles.JPEG,
            EvidenceType.PNG, SomeFiles.PNG,
            EvidenceType.GIF, SomeFiles.GIF,
            EvidenceType.WEBP, SomeFiles.WEBP,
            EvidenceType.HEIC, SomeFiles.HEIC,
            EvidenceType.PDF, SomeFiles.PDF,
            EvidenceType.EML, SomeFiles.EML,
            EvidenceType.MSG, SomeFiles.MSG);

    @Test
    void tellsEachTypeByItsContentAlone() {
        assertThat(EACH).containsOnlyKeys(EvidenceType.values());
        EACH.forEach((type, content) -> assertThat(EvidenceType.of(content)).contains(type));
    }

    @Test
    void aFileThatEndsInItsSignatureIsNone() {
        EACH.values()
                .forEach(content ->
                        assertThat(EvidenceType.of(Arrays.copyOf(content, 2))).isEmpty());
        assertThat(EvidenceType.of(new byte[0])).isEmpty();
    }

    @Test
    void whatIsNotKeptIsOfNoType() {
        for (byte[] content :
                List.of(SomeFiles.ZIP, SomeFiles.EXE, SomeFiles.HTML, SomeFiles.SVG, SomeFiles.DOC, new byte[5_000])) {
            assertThat(EvidenceType.of(content)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear all,\r\nFrom: the beginning it was clear",
                "To: me\r\n\r\nFrom: a forged one after the fields",
                "<html>\r\nFrom: me\r\n",
                "From nobody\r\nTo: me\r\n\r\n",
                ": nothing\r\nFrom: me\r\n\r\n",
                "From: me\u0000\r\n\r\n",
            })
    void textIsNoMail(String text) {
        assertThat(EvidenceType.of(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void isNamedByTheEndOfAName() {
        assertThat(EvidenceType.named("JPG")).contains(EvidenceType.JPEG);
        assertThat(EvidenceType.named("heif")).contains(EvidenceType.HEIC);
        assertThat(EvidenceType.named("msg")).contains(EvidenceType.MSG);
        for (String none : List.of("", " ", "jp", "jpg jpeg", "zip", "svg", "docx", "p.df")) {
            assertThat(EvidenceType.named(none)).as(none).isEmpty();
        }
    }

    @Test
    void onlyPicturesAreLikeEachOtherAndMailsAre() {
        assertThat(EvidenceType.PNG.isLike(EvidenceType.HEIC)).isTrue();
        assertThat(EvidenceType.EML.isLike(EvidenceType.MSG)).isTrue();
        assertThat(EvidenceType.PDF.isLike(EvidenceType.PNG)).isFalse();
        assertThat(EvidenceType.PDF.isImage()).isFalse();
    }
}
