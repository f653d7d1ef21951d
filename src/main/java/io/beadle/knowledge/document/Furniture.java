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
    private static final Pattern LEADERS = Pattern.compile(".*(\\.{4,}|… ?…|\\t) ?\\d{1,3}");
    /** Fewer repetitions are a coincidence; a running foot stands on every page. */
    private static final int REPEATED = 3;

    private static final int LONGEST_ENTRY = 12;

    private static final Pattern NOTE = Pattern.compile("\\d{1,3} \\S.*");

    private final List<String> lines;
    private final BitSet dropped = new BitSet();
    private final BitSet notes = new BitSet();

    private Furniture(List<String> lines) {
        this.lines = lines;
    }

    /** Markdown has no pages, and so no heads, feet and footnotes. */
    static Furniture of(List<String> lines, boolean markdown) {
        Furniture furniture = new Furniture(lines);
        if (!markdown) {
            furniture.dropPageEnds();
            furniture.findNotes();
        }
        furniture.dropContents();
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
