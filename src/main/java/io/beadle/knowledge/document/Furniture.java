package io.beadle.knowledge.document;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the lines of a document that are not its text: running heads and feet, page numbers, tables of contents. */
final class Furniture {
    private static final Pattern MARKING = Pattern.compile(
            "(NOT PROTECTIVELY MARKED|UNCLASSIFIED|PROTECT|RESTRICTED|OFFICIAL([ -–:]+SENSITIVE)?)( *[|-]? *\\d+)?");
    private static final Pattern PAGE_OF = Pattern.compile("(?i)(.{0,60}\\s)?page \\d+( of \\d+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern CONTENTS = Pattern.compile("(?i)#*\\s*(table of )?contents:?");
    private static final Pattern NAVIGATION =
            Pattern.compile("(?i)[\\[(<«»^ ]*(?:click here|(?:back|return|go) to (?:the )?"
                    + "(?:top|contents|home ?page)|(?:skip|jump) to (?:main )?content|print this page|share this page|read more)"
                    + "\\b.{0,40}");
    private static final Pattern LEADERS = Pattern.compile(".*(\\.{4,}|… ?…|\\t) ?\\d{1,3}");
    /** Fewer repetitions are a coincidence; a running foot stands on every page. */
    private static final int REPEATED = 3;

    private static final int LONGEST_ENTRY = 12;
    private static final int LONGEST_LINK = 6;
    private static final int FEWEST_MENU_ITEMS = 5;
    private static final int LONGEST_MENU_ITEM = 5;

    private static final Pattern NOTE = Pattern.compile("\\d{1,3} \\S.*");

    private final List<String> lines;
    private final BitSet dropped = new BitSet();
    private final BitSet notes = new BitSet();

    private Furniture(List<String> lines) {
        this.lines = lines;
    }

    /** @param pageEnds whether heads, feet and footnotes stand among the lines, as in text that was copied from a PDF */
    static Furniture of(List<String> lines, boolean pageEnds) {
        Furniture furniture = new Furniture(lines);
        if (pageEnds) {
            furniture.dropPageEnds();
            furniture.findNotes();
        }
        furniture.dropContents();
        furniture.dropNavigation();
        furniture.dropMenu();
        return furniture;
    }

    /** Whether the line is no part of the text. */
    boolean isDropped(int i) {
        return i >= 0 && dropped.get(i);
    }

    /** Whether the line is of the notes at the foot of a page. */
    boolean isNote(int i) {
        return notes.get(i);
    }

    private void dropPageEnds() {
        Map<String, Integer> repeated = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (standsAlone(i)) {
                repeated.merge(signature(i), 1, Integer::sum);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = line(i);
            boolean running = standsAlone(i)
                    && words(line) >= 3
                    && !".:;".contains(line.substring(line.length() - 1))
                    && repeated.getOrDefault(signature(i), 0) >= REPEATED;
            if (running
                    || MARKING.matcher(line).matches()
                    || PAGE_OF.matcher(line).matches()) {
                dropped.set(i);
            } else if (NUMBER.matcher(line).matches()
                    && (isDropped(i - 1) || standsAlone(i) || line(i + 1).isEmpty())) {
                dropped.set(i);
            }
        }
    }

    /** From the word "Contents" to the first line that is no entry, or that repeats the first one: there the text begins. */
    private void dropContents() {
        for (int i = 0; i < lines.size(); i++) {
            if (LEADERS.matcher(line(i)).matches()) {
                dropped.set(i);
            }
            if (!CONTENTS.matcher(line(i)).matches()) {
                continue;
            }
            dropped.set(i);
            String first = "";
            for (int j = i + 1; j < lines.size(); j++) {
                String entry = letters(line(j));
                if (dropped.get(j)
                        || line(j).startsWith("#")
                        || !isEntry(line(j))
                        || (!first.isEmpty() && entry.equals(first))) {
                    break;
                }
                if (first.isEmpty()) {
                    first = entry;
                }
                dropped.set(j);
            }
            return;
        }
    }

    private void dropNavigation() {
        for (int i = 0; i < lines.size(); i++) {
            if (words(line(i)) <= LONGEST_LINK && NAVIGATION.matcher(line(i)).matches()) {
                dropped.set(i);
            }
        }
    }

    /** A list at the very beginning, of a word or two each, is the menu of a web page. */
    private void dropMenu() {
        int end = 0;
        int items = 0;
        while (end < lines.size() && (line(end).isEmpty() || isMenuItem(line(end)))) {
            items += line(end).isEmpty() ? 0 : 1;
            end++;
        }
        if (items >= FEWEST_MENU_ITEMS) {
            dropped.set(0, end);
        }
    }

    private static boolean isMenuItem(String line) {
        return Line.of(line).kind() == Line.Kind.BULLET && words(line) <= LONGEST_MENU_ITEM && !line.endsWith(".");
    }

    private static boolean isEntry(String line) {
        return words(line) <= LONGEST_ENTRY && !(line.endsWith(".") && words(line) > 2);
    }

    /** Notes are the block above the foot of a page that begins with a number and follows a blank line. */
    private void findNotes() {
        for (int foot = dropped.nextSetBit(0); foot >= 0; foot = dropped.nextSetBit(foot + 1)) {
            int last = foot - 1;
            while (last >= 0 && line(last).isEmpty()) {
                last--;
            }
            int first = last;
            while (first > 0 && !line(first - 1).isEmpty()) {
                first--;
            }
            if (first >= 0 && !dropped.get(last) && NOTE.matcher(line(first)).matches()) {
                notes.set(first, last + 1);
            }
        }
    }

    private boolean standsAlone(int i) {
        return !line(i).isEmpty() && line(i - 1).isEmpty() && line(i + 1).isEmpty() && words(line(i)) <= LONGEST_ENTRY;
    }

    private String line(int i) {
        return i < 0 || i >= lines.size() ? "" : lines.get(i).strip();
    }

    private String signature(int i) {
        return line(i).replaceAll("\\d+", "#");
    }

    private static String letters(String line) {
        return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private static int words(String line) {
        return line.split("\\s+").length;
    }
}
