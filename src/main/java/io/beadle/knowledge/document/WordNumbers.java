package io.beadle.knowledge.document;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;

/** Counts the numbers that Word shows before paragraphs and keeps nowhere. */
final class WordNumbers {
    private static final int LEVELS = 9;

    private final @Nullable XWPFNumbering numbering;
    private final Map<BigInteger, int[]> counters = new HashMap<>();
    private final Set<BigInteger> restarted = new HashSet<>();
    /** Whether the last "1." was an item of a list, so that "a." below it is one too. */
    private boolean inItems;

    WordNumbers(XWPFDocument document) {
        numbering = document.getNumbering();
    }

    /**
     * What stands before a paragraph.
     *
     * @param isItem whether the paragraph belongs to the one before it, as points of a list do and clauses do not
     */
    record Numeral(String label, boolean isItem) {
        static final Numeral NONE = new Numeral("", false);

        boolean isNone() {
            return label.isEmpty();
        }

        String before(String text) {
            return label.isEmpty() ? text : label + ' ' + text;
        }
    }

    /** The number of the paragraph that comes next. */
    Numeral next(XWPFParagraph paragraph, boolean heading) {
        BigInteger id = paragraph.getNumID();
        BigInteger abstractId = numbering == null || id == null ? null : numbering.getAbstractNumID(id);
        XWPFAbstractNum list = numbering == null || abstractId == null ? null : numbering.getAbstractNum(abstractId);
        if (list == null || abstractId == null) {
            return Numeral.NONE;
        }
        BigInteger indent = paragraph.getNumIlvl();
        int level = indent == null ? 0 : Math.clamp(indent.intValue(), 0, LEVELS - 1);
        String format = String.valueOf(paragraph.getNumFmt());
        if (format.equals("bullet")) {
            return new Numeral("•", true);
        }
        int[] counts = counters.computeIfAbsent(abstractId, key -> new int[LEVELS]);
        BigInteger override = paragraph.getNumStartOverride();
        if (override != null && restarted.add(id)) {
            counts[level] = override.intValue() - 1;
        }
        counts[level] = counts[level] == 0 ? start(list, level) : counts[level] + 1;
        for (int below = level + 1; below < LEVELS; below++) {
            counts[below] = 0;
        }
        return number(list, counts, String.valueOf(paragraph.getNumLevelText()), heading);
    }

    private Numeral number(XWPFAbstractNum list, int[] counts, String pattern, boolean heading) {
        String label = pattern;
        for (int level = 0; level < LEVELS; level++) {
            CTLvl settings = level(list, level);
            String format = settings == null || settings.getNumFmt() == null
                    ? "decimal"
                    : String.valueOf(settings.getNumFmt().getVal());
            label = label.replace("%" + (level + 1), shown(Math.max(1, counts[level]), format));
        }
        label = label.strip();
        boolean number = label.matches("\\d.*");
        boolean dotted = label.matches("\\d+(?:\\.\\d+)+\\.?");
        if (heading) {
            inItems = false;
            boolean bare = label.matches("\\(?\\w{1,5}[.)]");
            return number || !bare ? new Numeral(label.replaceFirst("(?<=\\d)\\.$", ""), false) : Numeral.NONE;
        }
        inItems = number ? !dotted : inItems;
        return new Numeral(label, !dotted && inItems);
    }

    private static int start(XWPFAbstractNum list, int level) {
        CTLvl settings = level(list, level);
        return settings == null || settings.getStart() == null
                ? 1
                : settings.getStart().getVal().intValue();
    }

    private static @Nullable CTLvl level(XWPFAbstractNum list, int level) {
        return level < list.getCTAbstractNum().sizeOfLvlArray()
                ? list.getCTAbstractNum().getLvlArray(level)
                : null;
    }

    private static String shown(int count, String format) {
        return switch (format) {
            case "lowerLetter" -> letters(count).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(count);
            case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(count);
            default -> String.valueOf(count);
        };
    }

    /** As Word does: after Z comes AA, then BB. */
    private static String letters(int count) {
        return String.valueOf((char) ('A' + (count - 1) % 26)).repeat((count - 1) / 26 + 1);
    }

    private static String roman(int count) {
        return "I"
                .repeat(count)
                .replace("IIIII", "V")
                .replace("IIII", "IV")
                .replace("VV", "X")
                .replace("VIV", "IX")
                .replace("XXXXX", "L");
    }
}
