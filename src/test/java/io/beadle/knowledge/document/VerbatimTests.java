package io.beadle.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Passage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is quoted stands in the source: checked for the bundled suite, and for real documents where there are some. */
@Alongside
class VerbatimTests {
    private static final List<Path> REAL = List.of(Path.of("../shared/seeds"), Path.of("../shared/eval/govuk/sources"));

    static Stream<SourceText> documents() {
        Stream<List<Path>> sources = Stream.concat(
                Stream.of(List.of()), REAL.stream().filter(Files::isDirectory).map(List::of));
        return sources.map(paths -> new KnowledgeProperties(
                        paths, null, Set.of(), Path.of("unused"), KnowledgeProperties.Documents.DEFAULT))
                .flatMap(properties -> new FileSources(properties).list().files().stream())
                .map(VerbatimTests::text);
    }

    private static SourceText text(SourceFile file) {
        try {
            byte[] content = file.content().getContentAsByteArray();
            return Formats.read(file.name(), Formats.detect(content), content);
        } catch (Exception e) {
            throw new AssertionError(file.name(), e);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("documents")
    void everyPassageStandsInItsSource(SourceText source) {
        String whole = reduced(source.text());

        assertThat(PolicyDocument.read(source).passages())
                .isNotEmpty()
                .extracting(Passage::text)
                .allSatisfy(text -> assertThat(whole).contains(reduced(text)))
                .allSatisfy(text -> assertThat(text.split("\\s+")).hasSizeLessThanOrEqualTo(250));
    }

    private static String reduced(String text) {
        return text.replaceAll("[\\s\u00A0\uFEFF]+", " ").strip();
    }
}
