package io.beadle.knowledge.document;

import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where in its document the reader is: section number, heading, letter. */
final class Headings {
    /** One heading may have been missed. */
    private static final int MOST_SKIPPED = 2;

    private final TreeMap<String, String> byNumber = new TreeMap<>();
    private @Nullable String number;
    private @Nullable String heading;
    private @Nullable String label;
    private int chapter;
    private final TreeMap<Integer, String> byLevel = new TreeMap<>();
    private final Set<String> repeated;

    /** @param repeated headings that stand more than once; they are told apart by the one above them */
    Headings(Set<String> repeated) {
        this.repeated = repeated;
    }

    void numbered(String newNumber, @Nullable String newHeading) {
        number = newNumber;
        chapter = chapterOf(newNumber);
        label = null;
        if (newHeading != null) {
            byNumber.put(newNumber, newHeading);
        }
        heading = nearest(newNumber);
    }

    /** A heading as the document says it is to be understood, such as {@code Backups: Purpose} where there are many purposes. */
    String inContext(String newHeading, int level) {
        byLevel.keySet().removeIf(other -> other >= level);
        String above = byLevel.values().stream().reduce((first, last) -> last).orElse(null);
        byLevel.put(level, newHeading);
        return above != null && level > 2 && repeated.contains(newHeading) ? above + ": " + newHeading : newHeading;
    }

    /** A heading without a number stays in the section it stands in, but an appendix begins anew. */
    void plain(String newHeading, boolean outside) {
        heading = newHeading;
        label = null;
        if (outside) {
            number = null;
        }
    }

    void labelled(String newLabel) {
        label = newLabel;
    }

    /** Whether a chapter of this number may begin here: numbers of chapters are counted up, those of list items are not. */
    boolean isNext(String candidate) {
        int ahead = chapterOf(candidate) - chapter;
        return ahead > 0 && ahead <= MOST_SKIPPED;
    }

    /** Whether a section of this number may begin here: in this chapter or a next one. */
    boolean isWithin(String candidate) {
        return chapterOf(candidate) == chapter || isNext(candidate);
    }

    /** Whether "i", "v" or "x" is a number of a nested list, not the letter after "h", "u" or "w". */
    boolean isNested(String candidate) {
        if (!candidate.matches("[ivx]+") || label == null) {
            return false;
        }
        boolean roman = label.matches("[ivx]+") && label.length() + candidate.length() > 2;
        return !roman && candidate.charAt(0) != label.charAt(0) + 1;
    }

    @Nullable
    String number() {
        return number;
    }

    @Nullable
    String heading() {
        return heading;
    }

    @Nullable
    String label() {
        return label;
    }

    private @Nullable String nearest(String section) {
        for (String prefix = section; ; prefix = prefix.substring(0, prefix.lastIndexOf('.'))) {
            String found = byNumber.get(prefix);
            if (found != null || prefix.indexOf('.') < 0) {
                return found;
            }
        }
    }

    private static int chapterOf(String section) {
        int dot = section.indexOf('.');
        return Integer.parseInt(dot < 0 ? section : section.substring(0, dot));
    }
}
