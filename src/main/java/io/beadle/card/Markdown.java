package io.beadle.card;

import java.util.regex.Pattern;

/**
 * The one way by which text that somebody typed, or a policy holds, enters a field that Teams reads as Markdown. Only
 * what Markdown would read is escaped, because some clients show the backslash of what needed none.
 */
public final class Markdown {
    private static final Pattern ANYWHERE = Pattern.compile("([\\\\`*_\\[\\]<>~|]|&(?=[#\\w]+;))");
    private static final Pattern AT_START = Pattern.compile("(?m)^([ \\t]*)(#|[-+=]|[0-9]{1,9}(?=[.)]))");

    private Markdown() {}

    /** The text so that Teams shows it as it stands. */
    public static String escape(String text) {
        String inside = ANYWHERE.matcher(text).replaceAll("\\\\$1");
        return AT_START.matcher(inside)
                .replaceAll(found -> Character.isDigit(found.group(2).charAt(0)) ? "$1$2\\\\" : "$1\\\\$2");
    }

    /** The same for a text that stands within a line, so that a number at its own start is no list. */
    public static String escapeInLine(String text) {
        return ANYWHERE.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$1");
    }

    /** The text, escaped, as a block quote. */
    public static String quote(String text) {
        return "> " + escape(text).replace("\n", "  \n> ");
    }
}
