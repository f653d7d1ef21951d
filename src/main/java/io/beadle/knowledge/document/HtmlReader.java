package io.beadle.knowledge.document;

import io.beadle.knowledge.document.Line.Kind;
import io.beadle.knowledge.document.SourceText.Form;
import io.beadle.knowledge.document.SourceText.Stated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Web pages: their main content, without menus, forms, heads and feet. */
final class HtmlReader {
    private static final String NO_CONTENT =
            "script, style, noscript, template, nav, header, footer, aside, form, iframe,"
                    + " button, [role=navigation], [role=banner], [role=contentinfo], [role=search], [hidden], [aria-hidden=true],"
                    + " .breadcrumb, .breadcrumbs, .cookie-banner, .skip-link";
    private static final String MAIN = "main, [role=main], article, #main-content, #content";

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private HtmlReader() {}

    static SourceText read(String file, byte[] content) throws IOException {
        Document document = Jsoup.parse(new ByteArrayInputStream(content), null, "");
        Element h1 = document.selectFirst("h1");
        String title = h1 == null ? document.title() : h1.text();
        String author = document.select("meta[name=author]").attr("content");
        document.select(NO_CONTENT).remove();
        Element main = document.selectFirst(MAIN);
        HtmlReader reader = new HtmlReader();
        if (h1 != null && (main == null || main.selectFirst("h1") == null)) {
            reader.lines.add(Line.heading(1, title));
        }
        reader.children(main == null ? document.body() : main);
        reader.endParagraph();
        return new SourceText(file, reader.lines, Form.MARKED, new Stated(title, author.isBlank() ? null : author));
    }

    private void children(Element parent) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element element) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                endParagraph();
                lines.add(Line.heading(element.normalName().charAt(1) - '0', element.text()));
            }
            case "br" -> endLine();
            case "li" -> item(element);
            case "table" -> table(element);
            case "dt" -> {
                endParagraph();
                children(element);
                text.append(":\t");
            }
            case "dd" -> {
                children(element);
                endLine();
            }
            default -> {
                if (element.isBlock()) {
                    endParagraph();
                    children(element);
                    endParagraph();
                } else {
                    children(element);
                }
            }
        }
    }

    /** Its own words are a line; lists within it are lines of their own. */
    private void item(Element item) {
        endLine();
        Element list = item.parent();
        boolean numbered = list != null && list.normalName().equals("ol");
        text.append(numbered ? item.elementSiblingIndex() + 1 + ". " : "• ");
        int from = lines.size();
        for (Node node : item.childNodes()) {
            if (node instanceof Element inner && inner.is("ul, ol")) {
                endItem();
                children(inner);
            } else if (node instanceof Element element && element.isBlock() && !element.is("table")) {
                children(element);
                text.append(' ');
            } else if (node instanceof Element element) {
                element(element);
            } else if (node instanceof TextNode words) {
                text.append(words.text());
            }
        }
        endItem();
        lines.subList(from, lines.size()).removeIf(line -> line.whole().matches("•|\\d+\\."));
    }

    private void endItem() {
        lines.add(Line.of(Kind.BULLET, taken()));
    }

    /** Only data tables are kept row by row; one of a single column is a layout. */
    private void table(Element table) {
        endParagraph();
        List<List<String>> rows = new ArrayList<>();
        List<Element> trs = table.select("tr").stream()
                .filter(row -> table.equals(row.closest("table")))
                .toList();
        trs.forEach(row -> rows.add(row.children().stream().map(Element::text).toList()));
        Element caption = table.selectFirst("caption");
        if (caption != null) {
            lines.add(Line.of(caption.text()));
        }
        if (rows.stream().allMatch(row -> row.size() < 2)) {
            trs.forEach(row -> row.children().forEach(this::children));
        } else {
            boolean headed =
                    trs.size() > 1 && trs.getFirst().select("> td").isEmpty() && TableLines.areNames(rows.getFirst());
            lines.addAll(TableLines.of(rows, headed));
        }
        endParagraph();
    }

    private void endLine() {
        lines.add(Line.of(taken()));
    }

    private void endParagraph() {
        endLine();
        lines.add(Line.BLANK);
    }

    private String taken() {
        String taken = text.toString().replaceAll("[ \u00A0\u200B\n\r]+", " ").strip();
        text.setLength(0);
        return taken;
    }
}
