package io.beadle.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.Alongside;
import io.beadle.content.BundledContent;
import io.beadle.content.Contacts;
import io.beadle.content.Content;
import io.beadle.content.ReportTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

@Alongside
class PaperFormTests {
    private static final Content CONTENT = BundledContent.CONTENT;

    @Test
    void itIsOnePageWithTheNumbersTheGroupsAndTheQuestions() throws IOException {
        try (PDDocument form = form(CONTENT)) {
            assertThat(form.getNumberOfPages()).isEqualTo(1);
            String text = words(form);
            assertThat(text)
                    .contains(
                            "Aldermere Borough Council",
                            "01632 960100",
                            "01632 960199",
                            "ring 999",
                            "01632 960140",
                            "Something is lost or stolen",
                            "A number we can ring you on",
                            "Where did it happen?",
                            "When did you, or anyone at work, first notice?",
                            "Which system or set of records is it about?",
                            "Inventory number",
                            "Could somebody be in danger",
                            "101 to 1,000",
                            "in your own words",
                            "report for somebody else");
            assertThat(CONTENT.reportTypes().groups())
                    .allSatisfy(group -> assertThat(text).contains(group.title()));
        }
    }

    @Test
    void itIsTaggedAndSaysItsTitleAndLanguage() throws IOException {
        try (PDDocument form = form(CONTENT)) {
            var catalog = form.getDocumentCatalog();
            assertThat(form.getDocumentInformation().getTitle()).isEqualTo("Report an information security incident");
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getParentTree().getNumbers())
                    .hasSize(1);
        }
    }

    @Test
    void allOfItCanBeReadAndStandsOnThePage() throws IOException {
        try (PDDocument form = form(CONTENT)) {
            assertThat(glyphs(form)).allSatisfy(glyph -> {
                assertThat(glyph.getFontSizeInPt()).isGreaterThanOrEqualTo(10);
                assertThat(glyph.getXDirAdj()).isGreaterThan(30);
                assertThat(glyph.getXDirAdj() + glyph.getWidthDirAdj()).isLessThan(Sheet.WIDTH - 30);
                assertThat(glyph.getYDirAdj()).isBetween(20f, Sheet.HEIGHT - 20);
            });
        }
    }

    @Test
    void anEditedContentChangesIt() throws IOException {
        try (PDDocument form = form(with("Cyngor Tŷ Ŵyn \uD83D\uDE42", "Ring 112 first.", 8))) {
            assertThat(words(form))
                    .contains("Cyngor Tŷ Ŵyn ?", "Ring 112 first.")
                    .doesNotContain("999", "Aldermere");
        }
    }

    @Test
    void moreIsSetSmallerAndTooMuchIsRefused() throws IOException {
        try (PDDocument few = form(with("C", "Ring 112.", 8));
                PDDocument more = form(with("C", "Ring 112. ".repeat(60), 8))) {
            assertThat(more.getNumberOfPages()).isEqualTo(1);
            assertThat(smallest(more)).isLessThan(smallest(few)).isGreaterThanOrEqualTo(10);
        }
        assertThatThrownBy(() -> form(with("C", "Ring 112. ".repeat(300), 8)))
                .isInstanceOf(FormTooLongException.class)
                .hasMessageContaining("contacts.yaml");
    }

    private static Content with(String organisation, String danger, int groups) {
        Contacts bundled = CONTENT.contacts();
        ReportTypes types = CONTENT.reportTypes();
        return new Content(
                new ReportTypes(types.groups().subList(0, groups), types.types()),
                new Contacts(organisation, bundled.privacyNotice(), bundled.securityTeam(), danger, bundled.roles()),
                CONTENT.duties(),
                CONTENT.acts(),
                CONTENT.routes(),
                CONTENT.roles(),
                CONTENT.assets(),
                CONTENT.matrix(),
                CONTENT.retention(),
                CONTENT.messages(),
                CONTENT.cards(),
                CONTENT.glossary(),
                CONTENT.register(),
                CONTENT.superseded());
    }

    private static PDDocument form(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PaperForm(content).write(out);
        return Loader.loadPDF(out.toByteArray());
    }

    /** The text with every space and line break as one space. */
    private static String words(PDDocument form) throws IOException {
        return new PDFTextStripper().getText(form).replaceAll("\\s+", " ");
    }

    private static double smallest(PDDocument form) throws IOException {
        Stream<TextPosition> glyphs = glyphs(form).stream();
        return glyphs.mapToDouble(TextPosition::getFontSizeInPt).min().orElseThrow();
    }

    private static List<TextPosition> glyphs(PDDocument form) throws IOException {
        List<TextPosition> glyphs = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                glyphs.add(glyph);
            }
        };
        reader.getText(form);
        assertThat(glyphs).hasSizeGreaterThan(500);
        return glyphs;
    }
}
