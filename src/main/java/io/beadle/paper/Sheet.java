package io.beadle.paper;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * One page of A4 whose text is tagged in reading order, which is the order of the calls. Lengths are points, and y counts
 * from the top of the page.
 */
final class Sheet implements Closeable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    /** From one line to the next, in sizes of the type. */
    private static final float LEADING = 1.2f;

    /** PDFBox brings the plain face alone: a bold one is the same, stroked as thick as this, in sizes of the type. */
    private static final float STROKE = 0.03f;

    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final PDFont font;
    private final PDPageContentStream content;
    private final PDStructureElement root;
    private final COSArray marked = new COSArray();

    /** How a text is set. */
    record Style(float size, boolean bold, Color color, String tag) {
        static final Color INK = Color.BLACK;

        static Style plain(float size) {
            return new Style(size, false, INK, "P");
        }

        static Style bold(float size) {
            return new Style(size, true, INK, "P");
        }

        Style heading() {
            return new Style(size, true, color, "H2");
        }

        Style in(Color other) {
            return new Style(size, bold, other, tag);
        }

        Style title() {
            return new Style(size, true, color, "H1");
        }
    }

    Sheet(String title, String language) throws IOException {
        try (InputStream face =
                PDFont.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = PDType0Font.load(document, Objects.requireNonNull(face, "PDFBox no longer brings its typeface"));
        }
        document.addPage(page);
        page.setStructParents(0);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        PDViewerPreferences shown =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
        PDMarkInfo tagged = new PDMarkInfo();
        tagged.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(tagged);
        PDStructureTreeRoot tree = new PDStructureTreeRoot();
        document.getDocumentCatalog().setStructureTreeRoot(tree);
        root = new PDStructureElement("Document", tree);
        tree.appendKid(root);
        content = new PDPageContentStream(document, page);
    }

    /** Sets a text within the width; its height. */
    float text(Style style, float x, float y, float width, String text) throws IOException {
        PDStructureElement element = new PDStructureElement(style.tag(), root);
        element.setPage(page);
        element.appendKid(marked.size());
        root.appendKid(element);
        content.beginMarkedContent(COSName.getPDFName(style.tag()), marked.size());
        marked.add(element.getCOSObject());
        content.setNonStrokingColor(style.color());
        content.setStrokingColor(style.color());
        content.setLineWidth(style.size() * STROKE);
        float line = y;
        for (String part : lines(style.size(), width, text)) {
            content.beginText();
            content.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            content.setFont(font, style.size());
            content.newLineAtOffset(x, HEIGHT - line - style.size());
            content.showText(part);
            content.endText();
            line += style.size() * LEADING;
        }
        content.endMarkedContent();
        return line - y;
    }

    /** How high a text is within the width. */
    float height(float size, float width, String text) throws IOException {
        return lines(size, width, text).size() * size * LEADING;
    }

    /** A box with a border; a tick goes into it, or a pen. */
    void box(float x, float y, float width, float height, Color border, Color fill, float line) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setLineWidth(line);
        content.setStrokingColor(border);
        content.setNonStrokingColor(fill);
        content.addRect(x, HEIGHT - y - height, width, height);
        content.fillAndStroke();
        content.endMarkedContent();
    }

    void save(OutputStream out) throws IOException {
        content.close();
        PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
        parents.setNumbers(Map.of(0, new PDParentTreeValue(marked)));
        PDStructureTreeRoot tree = document.getDocumentCatalog().getStructureTreeRoot();
        tree.setParentTree(parents);
        tree.setParentTreeNextKey(1);
        document.save(out);
    }

    private List<String> lines(float size, float width, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : shown(text).strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(size, longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            while (width(size, longer) > width && longer.length() > 1) {
                int end = longer.length();
                while (end > 1 && width(size, longer.substring(0, end)) > width) {
                    end--;
                }
                lines.add(longer.substring(0, end));
                longer = longer.substring(end);
            }
            line.setLength(0);
            line.append(longer);
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(float size, String text) throws IOException {
        return font.getStringWidth(text) / 1_000 * size;
    }

    /** What the typeface lacks is shown as a question mark: an emoji is no reason to have no form. */
    private String shown(String text) throws IOException {
        StringBuilder shown = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String character = Character.toString(point);
            shown.append(Character.isWhitespace(point) ? " " : hasGlyph(character) ? character : "?");
        }
        return shown.toString();
    }

    private boolean hasGlyph(String character) throws IOException {
        try {
            font.getStringWidth(character);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
