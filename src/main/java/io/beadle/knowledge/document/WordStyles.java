package io.beadle.knowledge.document;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;

/** What the styles of a Word document tell of a paragraph; they are known by name in whatever language Word speaks. */
final class WordStyles {
    private static final Pattern HEADING = Pattern.compile("heading (\\d)");
    private static final Pattern CONTENTS = Pattern.compile("toc (?:\\d|heading)|table of figures|contents heading");
    /** Styles that are made from each other in a circle. */
    private static final int DEEPEST = 10;

    private static final int BODY_TEXT = 9;

    private final @Nullable XWPFStyles styles;

    WordStyles(XWPFDocument document) {
        styles = document.getStyles();
    }

    /** 1 for the title, 2 for a heading of the first level, and so on; 0 for what is no heading. */
    int headingLevel(XWPFParagraph paragraph) {
        Integer outline = outline(paragraph.getCTP().getPPr());
        if (outline != null) {
            return outline;
        }
        XWPFStyle style = style(paragraph.getStyle());
        for (int depth = 0; style != null && depth < DEEPEST; depth++) {
            String name = name(style);
            Matcher heading = HEADING.matcher(name);
            if (heading.matches()) {
                return Integer.parseInt(heading.group(1)) + 1;
            }
            if (name.equals("title")) {
                return 1;
            }
            Integer ofStyle = outline(style.getCTStyle().getPPr());
            if (ofStyle != null) {
                return ofStyle;
            }
            style = style(style.getBasisStyleID());
        }
        return 0;
    }

    boolean isContents(XWPFParagraph paragraph) {
        XWPFStyle style = style(paragraph.getStyle());
        return style != null && CONTENTS.matcher(name(style)).matches();
    }

    private static @Nullable Integer outline(@Nullable CTPPrBase properties) {
        if (properties == null || !properties.isSetOutlineLvl()) {
            return null;
        }
        int level = properties.getOutlineLvl().getVal().intValue();
        return level >= BODY_TEXT ? 0 : level + 2;
    }

    private @Nullable XWPFStyle style(@Nullable String id) {
        return styles == null || id == null ? null : styles.getStyle(id);
    }

    private static String name(XWPFStyle style) {
        return String.valueOf(style.getName()).toLowerCase(Locale.ROOT);
    }
}
